import { shapeOf, type Stretch } from './chains.ts';
import { declarationsOf, endOfValue, type Declaration } from './declarations.ts';
import { partnerOf } from './brackets.ts';
import { GIVES, type Kind } from './known-names.ts';
import { tokensOf } from './tokens.ts';

/** What can be told of a value without running anything. `class`: an object made by a class of the program. */
export interface Known {
  readonly kind: Kind | 'class' | null;
  /** The class's name, or ''. */
  readonly name: string;
}

const NOT_KNOWN: Known = { kind: null, name: '' };
/** So many names of names are followed. */
const FAR = 6;

export function valueOf(lines: readonly string[], stretch: Stretch, depth = 0): Known {
  const tokens = tokensOf(lines);
  const first = tokens[stretch.from];
  const last = tokens[stretch.to - 1];
  if (first === undefined || last === undefined || depth > FAR) return NOT_KNOWN;
  if (isFunction(lines, stretch)) return { kind: 'function', name: '' };
  const literal = stretch.to - stretch.from === 1 ? literalKind(first.kind, first.text) : null;
  if (literal !== null) return { kind: literal, name: '' };
  const isWhole = partnerOf(tokens, stretch.from) === stretch.to - 1;
  if (first.text === '[' && isWhole) return { kind: 'array', name: '' };
  if (first.text === '{' && isWhole) return { kind: 'object', name: '' };
  const shape = shapeOf(tokens, stretch);
  if (shape.kind === 'name') return ofName(lines, shape.name, stretch.from, depth);
  if (shape.kind !== 'call') return NOT_KNOWN;
  const isAwaited = first.text === 'await';
  if (shape.isNew) return ofNew(lines, shape.name);
  if (isAsync(lines, shape.name)) return isAwaited ? NOT_KNOWN : { kind: 'promise', name: '' };
  if (shape.object === null && shape.name === 'Date') return { kind: 'text', name: '' };
  const isOwn = declarationsOf(lines).some(({ name, how }) => name === shape.name && how !== 'parameter');
  const kind = isOwn ? null : (GIVES[shape.name] ?? null);
  return { kind: kind === 'promise' && isAwaited ? null : kind, name: '' };
}

function literalKind(kind: string, text: string): Kind | null {
  if (kind === 'string' || kind === 'template') return 'text';
  if (kind === 'number') return text.endsWith('n') && !text.startsWith('0x') ? 'bigint' : 'number';
  if (kind === 'regexp') return 'pattern';
  if (text === 'true' || text === 'false') return 'boolean';
  if (text === 'Math' || text === 'console' || text === 'JSON') return ({ Math: 'math', console: 'console', JSON: 'json' } as const)[text];
  return null;
}

/** By what the name was last given above, or where it was made. */
function ofName(lines: readonly string[], name: string, before: number, depth: number): Known {
  const made = declarationOf(lines, name, before);
  if (made?.how === 'function' || made?.how === 'class') return { kind: 'function', name: '' };
  const value = lastValueOf(lines, name, before);
  return value === null ? NOT_KNOWN : valueOf(lines, value, depth + 1);
}

function ofNew(lines: readonly string[], name: string): Known {
  const builtin = { Map: 'map', Set: 'set', Date: 'date', Array: 'array', Promise: 'promise', Object: 'object', RegExp: 'pattern' }[name] as Kind | undefined;
  const isOwn = declarationsOf(lines).some((one) => one.name === name && one.how === 'class');
  return isOwn ? { kind: 'class', name } : builtin === undefined ? NOT_KNOWN : { kind: builtin, name: '' };
}

/** Where the name that is used at `before` was made: the nearest above, or else the first of all. */
export function declarationOf(lines: readonly string[], name: string, before: number): Declaration | null {
  const all = declarationsOf(lines).filter((one) => one.name === name);
  return all.findLast(({ at }) => at < before) ?? all[0] ?? null;
}

/** What a name was given last above `before`, with `=`; null: nothing by itself, or `+=` and its like. */
export function lastValueOf(lines: readonly string[], name: string, before: number): Stretch | null {
  const tokens = tokensOf(lines);
  const made = declarationOf(lines, name, before);
  let value = made?.value ?? null;
  for (let at = (made?.at ?? -1) + 1; at < before; at++) {
    if (tokens[at]?.text !== name || tokens[at - 1]?.text === '.' || tokens[at + 1]?.text !== '=') continue;
    value = { from: at + 2, to: endOfValue(tokens, at + 2) };
  }
  // A value is no value while it is being worked out.
  return value !== null && value.from <= before && before < value.to ? null : value;
}

function isFunction(lines: readonly string[], { from, to }: Stretch): boolean {
  const tokens = tokensOf(lines);
  const start = tokens[from]?.text === 'async' ? from + 1 : from;
  if (tokens[start]?.text === 'function' || tokens[from]?.text === 'class') return true;
  const arrow = tokens[start]?.text === '(' ? partnerOf(tokens, start) + 1 : start + 1;
  return tokens[arrow]?.text === '=>' && arrow < to;
}

/** Whether a function of the program, by its name, gives a promise. */
export function isAsync(lines: readonly string[], name: string): boolean {
  const tokens = tokensOf(lines);
  return tokens.some((token, at) => {
    if (token.text !== 'async') return false;
    const next = tokens[at + 1]?.text === 'function' ? at + 2 : at + 1;
    return tokens[next]?.text === name || (tokens[at - 1]?.text === '=' && tokens[at - 2]?.text === name);
  });
}

/** The body of a function of the program, by its name; null: there is none, or it is an arrow with a mere value. */
export function bodyOf(lines: readonly string[], name: string): Stretch | null {
  const tokens = tokensOf(lines);
  for (const [at, token] of tokens.entries()) {
    if (token.text !== name || token.kind !== 'name') continue;
    const isGiven = tokens[at + 1]?.text === '=' || tokens[at + 1]?.text === ':';
    let open = isGiven ? at + 2 : at + 1;
    while (['async', 'function'].includes(tokens[open]?.text ?? '')) open++;
    const isBare = isGiven && tokens[open]?.kind === 'name';
    const close = isBare ? open : tokens[open]?.text === '(' ? partnerOf(tokens, open) : -1;
    const brace = tokens[close + 1]?.text === '=>' ? close + 2 : close + 1;
    if (close === -1 || tokens[brace]?.text !== '{') continue;
    const end = partnerOf(tokens, brace);
    if (end !== -1) return { from: brace + 1, to: end };
  }
  return null;
}

/** Whether a function gives a value back itself: a `return` of a function within does not count. */
export function givesBack(lines: readonly string[], body: Stretch): boolean {
  const tokens = tokensOf(lines);
  for (let at = body.from; at < body.to; at++) {
    const { text } = tokens[at] ?? { text: '' };
    const isInner = text === '{' && (tokens[at - 1]?.text === '=>' || isFunctionBody(lines, at));
    if (isInner) at = Math.max(at, partnerOf(tokens, at));
    else if (text === 'return' && ![';', '}'].includes(tokens[at + 1]?.text ?? ';')) return true;
  }
  return false;
}

/** The line of a `return` whose value stands only on the next line, and so is not given back; null: none. */
export function returnCutOff(lines: readonly string[], { from, to }: Stretch): number | null {
  const tokens = tokensOf(lines);
  const at = tokens.findIndex(({ text, line }, index) => {
    const next = tokens[index + 1];
    return index >= from && index < to && text === 'return' && next !== undefined && next.line > line && next.text !== '}';
  });
  return tokens[at]?.line ?? null;
}

function isFunctionBody(lines: readonly string[], brace: number): boolean {
  const tokens = tokensOf(lines);
  const open = tokens[brace - 1]?.text === ')' ? partnerOf(tokens, brace - 1) : -1;
  return open !== -1 && (tokens[open - 1]?.text === 'function' || tokens[open - 2]?.text === 'function');
}
