import { readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
import type { CodeError } from '../../../../../src/core/run-result.ts';
import type { Wrong } from './programs.ts';

const DESCRIBE = readFileSync('src/runner/engines/python/inside/py/errors.py', 'utf8');

/** Runs a program and gives its error as the app's own harness describes it: one after another in one interpreter. */
export async function openPython(): Promise<(program: Pick<Wrong, 'files' | 'stdin'>) => CodeError | null> {
  const python = await loadPyodide();
  const globals = python.globals as unknown as Globals;
  globals.set('DESCRIBE', DESCRIBE);
  python.runPython(BEGIN);
  const run = globals.get('run') as (program: string) => string;
  return (program) => JSON.parse(run(JSON.stringify(program))) as CodeError | null;
}

interface Globals {
  set(name: string, value: string): void;
  get(name: string): unknown;
}

const BEGIN = `
import builtins, importlib, io, json, os, sys, types, warnings

warnings.simplefilter("ignore")
HOME = "/home/learner"
os.makedirs(HOME, exist_ok=True)
os.chdir(HOME)
sys.path.insert(0, HOME)
sys.setrecursionlimit(200)
stand = types.ModuleType("_hornbook.output")
stand.TooMuchOutput = type("TooMuchOutput", (Exception,), {})
sys.modules["_hornbook"] = types.ModuleType("_hornbook")
sys.modules["_hornbook.output"] = stand
harness = {}
exec(DESCRIBE, harness)
own = set(sys.modules)
real_input, real_stdout = builtins.input, sys.stdout

def run(text):
    job = json.loads(text)
    for name in os.listdir():
        os.remove(name)
    for name, source in job["files"].items():
        with open(name, "w") as file:
            file.write(source)
    for name in set(sys.modules) - own:
        del sys.modules[name]
    importlib.invalidate_caches()
    sys.stdin, sys.stdout = io.StringIO(job["stdin"]), io.StringIO()
    try:
        main = sys.modules["__main__"] = types.ModuleType("__main__")
        exec(compile(job["files"]["main.py"], HOME + "/main.py", "exec", dont_inherit=True), main.__dict__)
    except BaseException as error:
        return json.dumps(harness["describe"](error, job["files"]))
    finally:
        sys.stdout = real_stdout
    return "null"
`;
