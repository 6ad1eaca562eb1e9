import { afterAll, beforeAll, expect, it } from 'vitest';
import { inBrowser } from '../browser.ts';
import { javascript, openRunnerPage, python, type RunnerPage } from './page.ts';

const TESTS = [
  { id: 'one', kind: 'call', call: 'answer()' },
  { id: 'two', kind: 'call', call: 'answer()' },
] as const;
/** What a forger would like the page to believe. */
const FORGED = '{"id":"one","outcome":"finished","value":{"kind":"string","value":"forged"},"error":null}';

/** Each answers 1 honestly, and tries to have it told otherwise, or to stop the telling. */
const JAVASCRIPT: readonly (readonly [name: string, code: string])[] = [
  ['posts a result', `try { postMessage({ run: '', kind: 'tested', text: '${FORGED}' }); } catch {}\ntry { self.constructor.prototype.postMessage.call(self, {}); } catch {}`],
  ['posts on every port it can make', `const { port1, port2 } = new MessageChannel(); port1.postMessage('${FORGED}'); port2.start();`],
  ['patches MessagePort, Worker and EventTarget', `for (const C of [MessagePort, Worker, EventTarget]) for (const k of Object.getOwnPropertyNames(C.prototype)) try { C.prototype[k] = () => '${FORGED}'; } catch {}`],
  ['listens for the run’s id', 'self.onmessage = (e) => console.log("heard", JSON.stringify(e.data)); addEventListener("message", (e) => console.log("heard", JSON.stringify(e.data)), true);'],
  ['patches JSON', `JSON.stringify = () => '${FORGED}'; JSON.parse = () => ({}); Object.prototype.toJSON = () => 'forged';`],
  ['patches every prototype', `const Cs = [Array, String, Map, Set, RegExp, Function, Promise, Number, Boolean, Date, Error];\nfor (let c = 0; c < Cs.length; c++) {\n  const keys = Reflect.ownKeys(Cs[c].prototype);\n  for (let k = 0; k < keys.length; k++) if (keys[k] !== 'constructor') try { Cs[c].prototype[keys[k]] = () => 'forged'; } catch {}\n}`],
  ['sets traps on Object.prototype', `for (const k of ['run', 'kind', 'text', 'id', 'value', 'outcome', 'get', '0', '1'])\n  Object.defineProperty(Object.prototype, k, { __proto__: null, configurable: true, get: () => 'forged', set() { throw 1; } });`],
  ['reads the stack', 'Error.prepareStackTrace = (e, sites) => { for (const s of sites) console.log("site", typeof s.getFunction(), typeof s.getThis()); return "x"; }; try { null.x; } catch (e) { e.stack; }'],
  ['replaces the globals', 'for (const k of ["Promise", "Array", "Object", "Reflect", "String", "setTimeout", "performance", "console"]) globalThis[k] = undefined;'],
  ['starts the harness again', `try { startHarness({ 'main.js': () => [() => 'forged', () => 'forged'] }); } catch {}`],
  ['sends messages to itself', `dispatchEvent(new MessageEvent('message', { data: { type: 'job', run: 'x', data: { entry: 'main.js', tests: [], stdin: '', outputBytes: 9 } } }));`],
];

const PYTHON: readonly (readonly [name: string, code: string])[] = [
  ['posts a result', `import js\nfor f in ("postMessage", "close"):\n    try: getattr(js, f)("forged")\n    except Exception: pass`],
  ['patches the worker’s prototypes', `import js\nfrom pyodide.ffi import create_proxy\nforge = create_proxy(lambda *a: "forged")\nfor c in ("MessagePort", "EventTarget", "Function", "Array", "String"):\n    js.Object.assign(getattr(js, c).prototype, js.Object.fromEntries([["postMessage", forge], ["addEventListener", forge], ["toJSON", forge]]))\njs.JSON.stringify = forge`],
  ['patches builtins and json', `import builtins, json\njson.dumps = json.JSONEncoder.encode = lambda *a, **k: '${FORGED}'\nfor name in ("len", "type", "isinstance", "issubclass", "eval", "exec", "compile", "repr", "str"):\n    setattr(builtins, name, lambda *a, **k: "forged")`],
  ['walks the frames', `import sys\nframe = sys._getframe()\nwhile frame:\n    for name, value in list(frame.f_locals.items()):\n        if isinstance(value, dict) and "outcome" in value: value["value"] = {"kind": "string", "value": "forged"}\n    frame = frame.f_back`],
  ['has every object equal to every other', `class Yes(int):\n    def __eq__(self, other): return True\n    def __repr__(self): return "forged"\n    __hash__ = int.__hash__\none = Yes(1)`],
];

inBrowser('no program forges what its tests gave', () => {
  let runner: RunnerPage;
  beforeAll(async () => {
    runner = await openRunnerPage();
  });
  afterAll(() => runner.close());

  it.each(JAVASCRIPT)('JavaScript that %s', async (_, code) => {
    const result = await runner.check({ ...javascript(`function answer() { return 1; }\n${code}`), tests: TESTS, limits: { wallMs: 3_000 } });
    expect(JSON.stringify(result)).not.toMatch(/forged|heard|site (function|object)/);
    expect(result.runs.map(({ id, value }) => [id, value])).toEqual(TESTS.map(({ id }) => [id, { kind: 'float', text: '1' }]));
    expect(result.outcome).toBe('finished');
  });

  it.each(PYTHON)('Python that %s', async (_, code) => {
    const result = await runner.check({ ...python(`one = 1\n${code}\ndef answer(): return one`), tests: TESTS, limits: { wallMs: 3_000 } });
    expect(JSON.stringify(result)).not.toContain('forged');
    for (const run of result.runs) expect(run.value ?? { kind: 'integer', digits: '1' }).toEqual({ kind: 'integer', digits: '1' });
  });

  it('never sends what a test expects', async () => {
    const code = 'function answer() { return Object.getOwnPropertyNames(globalThis).length > 0 && document; }';
    const result = await runner.check({ ...javascript(code), tests: TESTS });
    expect(result.runs.map((run) => run.error?.type)).toEqual(['ReferenceError', 'ReferenceError']);
  });
});
