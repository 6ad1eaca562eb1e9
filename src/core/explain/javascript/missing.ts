import type { Params } from '../rule.ts';
import type { SeenError } from '../seen-error.ts';
import { nearestName } from '../nearest-name.ts';
import { partnerOf } from './brackets.ts';
import { KEYWORDS, kindsWith } from './known-names.ts';
import { shapeOf, textOf, usesOfProperty, type Stretch } from './chains.ts';
import { tokenAt, tokensOf } from './tokens.ts';
import { bodyOf, declarationOf, givesBack, lastValueOf, returnCutOff, valueOf } from './values.ts';

/** Why there was nothing where a value was expected. */
export type Reason =
  | 'this-undefined'
  | 'import-undefined'
  | 'loop-too-far'
  | 'index-empty'
  | 'collection-indexed'
  | 'key-not-in-object'
  | 'search-empty'
  | 'pattern-empty'
  | 'input-ended'
  | 'key-empty'
  | 'taken-from-empty'
  | 'result-of-printing'
  | 'result-of-for-each'
  | 'function-gives-nothing'
  | 'function-gives-sometimes'
  | 'promise-unopened'
  | 'variable-empty'
  | 'value-null'
  | 'parameter-empty'
  | 'parameter-unpacked'
  | 'process-input'
  | 'unpacked-empty'
  | 'row-empty'
  | 'method-indexed'
  | 'part-of-item'
  | 'this-without-new'
  | 'return-cut-off'
  | 'field-unset'
  | 'property-of-other-kind'
  | 'property-misspelt'
  | 'property-empty'
  | 'unknown';

/** `what` had no value when its property `prop` was read, set, or taken out of it. */
export interface Missing {
  readonly reason: Reason;
  readonly params: Params;
}

const known = new WeakMap<SeenError, Missing | null>();

/** For an error of asking undefined or null for something; null when it is another one. */
export function missingIn(seen: SeenError): Missing | null {
  const found = known.get(seen);
  if (found !== undefined) return found;
  const missing = look(seen);
  known.set(seen, missing);
  return missing;
}

function look(seen: SeenError): Missing | null {
  const { message, lines, place } = seen;
  const [, verb, nothing = '', prop = ''] = /^Cannot (read|set) properties of (undefined|null) \((?:reading|setting) '([^]*)'\)/.exec(message) ?? [];
  if (verb !== undefined) {
    const uses = place === null ? [] : usesOfProperty(lines, place.line, prop);
    const best = uses.find(({ object }) => why(seen, object).reason !== 'unknown') ?? uses[0];
    const isImport = prop === 'call' && uses.length === 0;
    const about = isImport ? importOnLine(seen) : best === undefined ? { reason: 'unknown' as const, params: {} } : why(seen, best.object);
    const what = best === undefined ? '' : textOf(lines, best.object);
    if (about.reason === 'index-empty' && verb === 'set' && /^\d+$/.test(prop)) return { reason: 'row-empty', params: { what, prop, nothing, action: verb, ...about.params } };
    return { reason: about.reason, params: { what, prop, nothing, action: verb, ...about.params } };
  }
  const [, name = '', whole = '', as = ''] = /^Cannot destructure property '(.+?)' of '([^]*)' as it is (undefined|null)\.$/.exec(message) ?? [];
  if (as === '') return null;
  const fn = (seen.frames.at(-1)?.name ?? '').split('.').at(-1) ?? '';
  const isParameter = whole === as && fn !== '' && new RegExp(String.raw`\{[^}]*\b${name}\b`).test(seen.source);
  if (isParameter) return { reason: 'parameter-unpacked', params: { prop: name, fn, caller: callerLine(seen) } };
  const at = place === null ? -1 : tokensOf(lines).findIndex(({ line, text }) => line === place.line && text === whole);
  const about = at === -1 ? { reason: 'unknown' as const, params: {} } : why(seen, { from: at, to: at + 1 });
  return { reason: about.reason, params: { what: whole, prop: name, nothing: as, action: 'take', ...about.params } };
}

/** Follows a value one name back. `via` names the call or place that it came from. */
function why(seen: SeenError, object: Stretch, isFollowed = false): Missing {
  const { lines } = seen;
  const tokens = tokensOf(lines);
  const shape = shapeOf(tokens, object);
  const via = { via: textOf(lines, object) };
  switch (shape.kind) {
    case 'this': {
      const fn = seen.frames.at(-1)?.name ?? '';
      const isMaker = /^[A-Z]/.test(fn) && declarationOf(lines, fn, 0)?.how === 'function';
      return isMaker ? { reason: 'this-without-new', params: { fn } } : { reason: 'this-undefined', params: {} };
    }
    case 'index': {
      const list = textOf(lines, shape.object);
      const called = tokenAt(tokens, shape.object.to - 1).text;
      if (kindsWith(called).length > 0 && tokens[shape.object.to - 2]?.text === '.') return { reason: 'method-indexed', params: { ...via, method: called } };
      const { kind } = valueOf(lines, shape.object);
      if (kind === 'map' || kind === 'set') return { reason: 'collection-indexed', params: { ...via, list, kind } };
      if (kind === 'object' || kind === 'class') return { reason: 'key-not-in-object', params: { ...via, list, key: textOf(lines, shape.index) } };
      const index = textOf(lines, shape.index);
      return { reason: goesTooFar(lines, list, index) ? 'loop-too-far' : 'index-empty', params: { ...via, list, index } };
    }
    case 'call':
      return ofCall(lines, shape.name, shape.object, via);
    case 'property':
      return ofProperty(lines, shape.object, shape.name, via);
    case 'name':
      return isFollowed ? { reason: 'unknown', params: {} } : ofName(seen, shape.name, object.from);
    case 'other':
      return { reason: 'unknown', params: {} };
  }
}

function ofCall(lines: readonly string[], name: string, object: Stretch | null, via: Params): Missing {
  if (name === 'prompt' || name === 'readline') return { reason: 'input-ended', params: { ...via, call: name } };
  const body = bodyOf(lines, name);
  if (body !== null) {
    const cut = returnCutOff(lines, body);
    if (cut !== null) return { reason: 'return-cut-off', params: { ...via, fn: name, line: cut } };
    return { reason: givesBack(lines, body) ? 'function-gives-sometimes' : 'function-gives-nothing', params: { ...via, fn: name } };
  }
  if (object === null) return { reason: 'unknown', params: {} };
  const list = textOf(lines, object);
  const params = { ...via, list, call: name };
  if (list === 'console') return { reason: 'result-of-printing', params };
  if (name === 'find' || name === 'findLast') return { reason: 'search-empty', params };
  if (name === 'match' || name === 'exec') return { reason: 'pattern-empty', params };
  if (name === 'get') return { reason: 'key-empty', params };
  if (name === 'pop' || name === 'shift' || name === 'at') return { reason: 'taken-from-empty', params };
  return name === 'forEach' ? { reason: 'result-of-for-each', params } : { reason: 'unknown', params: {} };
}

function ofProperty(lines: readonly string[], object: Stretch, name: string, via: Params): Missing {
  const owner = textOf(lines, object);
  if (owner === 'process' || owner === 'process.stdin') return { reason: 'process-input', params: { ...via } };
  const value = valueOf(lines, object);
  const isPlain = value.kind === 'number' || value.kind === 'boolean' || value.kind === 'text';
  if (value.kind === 'array' && propertiesOf(lines).includes(name)) return { reason: 'part-of-item', params: { ...via, owner, name } };
  if (isPlain) return { reason: 'property-of-other-kind', params: { ...via, owner, name, kind: value.kind } };
  if (value.kind === 'promise') return { reason: 'promise-unopened', params: { ...via, fn: owner } };
  const meant = nearestName(name, [...propertiesOf(lines), 'length', 'size', 'message', 'name']);
  const params = { ...via, owner, name };
  if (meant === null && owner === 'this') return { reason: 'field-unset', params };
  return meant === null ? { reason: 'property-empty', params } : { reason: 'property-misspelt', params: { ...params, meant } };
}

function ofName(seen: SeenError, name: string, at: number): Missing {
  const { lines } = seen;
  const made = declarationOf(lines, name, at);
  if (made === null) return { reason: 'unknown', params: {} };
  if (made.how === 'import' && seen.message.includes('null')) return { reason: 'unknown', params: {} };
  if (made.how === 'import') return { reason: 'import-undefined', params: { name, file: made.of } };
  const value = lastValueOf(lines, name, at);
  if (value !== null) {
    const text = textOf(lines, value);
    if (text === 'null' || text === 'undefined') return { reason: 'value-null', params: { name, line: made.line } };
    return why(seen, value, true);
  }
  if (made.how === 'parameter') return { reason: made.of === '' ? 'unknown' : 'parameter-empty', params: { name, fn: made.of, caller: callerLine(seen) } };
  if (made.isPart) return { reason: 'unpacked-empty', params: { name, line: made.line } };
  return made.value === null && ['let', 'var'].includes(made.how) ? { reason: 'variable-empty', params: { name, line: made.line } } : { reason: 'unknown', params: {} };
}

/** The line that called the function the error is in; 0: not known. */
const callerLine = ({ frames }: SeenError): number => frames.at(-2)?.line ?? 0;

/** A loop runs to `i <= list.length`, and the last place is one before that. */
function goesTooFar(lines: readonly string[], list: string, index: string): boolean {
  return lines.some((line) => line.replace(/\s+/g, '').includes(`${index}<=${list.replace(/\s+/g, '')}.length`) && !/length\s*-/.test(line));
}

/** Names that stand before a colon or behind a point. */
export function propertiesOf(lines: readonly string[]): string[] {
  const tokens = tokensOf(lines);
  return tokens.flatMap(({ kind, text }, at) => {
    const isKey = tokens[at + 1]?.text === ':' && ['{', ','].includes(tokens[at - 1]?.text ?? '');
    const isOfThis = tokens[at - 1]?.text === '.' && tokens[at - 2]?.text === 'this' && tokens[at + 1]?.text === '=';
    const isShort = ['{', ','].includes(tokens[at - 1]?.text ?? '') && [',', '}'].includes(tokens[at + 1]?.text ?? '') && isInBraces(lines, at);
    const isMethod = tokens[at + 1]?.text === '(' && ['{', ',', '}', 'async', 'get', 'set'].includes(tokens[at - 1]?.text ?? '') && tokens[partnerOf(tokens, at + 1) + 1]?.text === '{';
    return kind === 'name' && (isKey || isOfThis || isShort || isMethod) && !KEYWORDS.includes(text) ? [text] : [];
  });
}

function isInBraces(lines: readonly string[], at: number): boolean {
  const tokens = tokensOf(lines);
  for (let index = at - 1; index >= 0; index--) {
    const { text } = tokens[index] ?? { text: '' };
    if (text === '{') return true;
    if (text === '(' || text === '[' || text === ';') return false;
    if (text === ')' || text === ']' || text === '}') index = Math.max(0, partnerOf(tokens, index));
  }
  return false;
}

/** An imported name that is called on this line: it is asked for its `call` when it is nothing. */
function importOnLine({ lines, place }: SeenError): Missing {
  const tokens = tokensOf(lines);
  for (const [at, { kind, text, line }] of tokens.entries()) {
    if (line !== place?.line || kind !== 'name' || tokens[at + 1]?.text !== '(') continue;
    const made = declarationOf(lines, text, at);
    if (made?.how === 'import') return { reason: 'import-undefined', params: { name: text, what: text, file: made.of } };
  }
  return { reason: 'unknown', params: {} };
}
