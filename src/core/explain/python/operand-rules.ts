import { both, groupsOf, says, type Params, type Rule } from '../rule.ts';
import type { SeenError } from '../seen-error.ts';
import { defsIn, inputIn, lastValueOf, tokensAt } from './program.ts';
import { depthAt } from './line-parts.ts';
import { rulesOf } from './rule-of.ts';
import { GIVES_NOTHING } from './vocabulary.ts';

const rule = rulesOf('TypeError');
const OPERANDS = /^unsupported operand type\(s\) for (?<sign>\S+?)=?(?: or pow\(\))?: '(?<leftKind>[\w.]+)' and '(?<rightKind>[\w.]+)'/;
const COMPARED = /^'(?<sign>\S+)' not supported between instances of '(?<leftKind>[\w.]+)' and '(?<rightKind>[\w.]+)'/;
const NUMBERS = ['int', 'float', 'complex', 'Decimal'];
const FUNCTIONS = ['function', 'builtin_function_or_method', 'method', 'type', 'method_descriptor', 'method-wrapper'];

/** What stands on both sides of a sign, of whichever of Python's wordings; null for another error. */
function sidesOf({ message }: SeenError): Sides | null {
  const joined = /^can only concatenate (?<leftKind>\w+) \(not "(?<rightKind>[\w.]+)"\) to/.exec(message);
  const bytes = /^can't concat (?<rightKind>\w+) to (?<leftKind>bytes)/.exec(message);
  const params = groupsOf(OPERANDS.exec(message) ?? COMPARED.exec(message) ?? joined ?? bytes);
  if (params === null) return null;
  return { sign: String(params.sign ?? '+'), leftKind: String(params.leftKind), rightKind: String(params.rightKind) };
}
interface Sides extends Params {
  readonly sign: string;
  readonly leftKind: string;
  readonly rightKind: string;
}

const sided =
  (look: (sides: Sides, seen: SeenError) => Params | null): Rule['match'] =>
  (seen) => {
    const sides = sidesOf(seen);
    const more = sides === null ? null : look(sides, seen);
    return sides === null || more === null ? null : { ...sides, ...more };
  };
const has = ({ leftKind, rightKind }: Sides, kinds: readonly string[]): boolean => kinds.includes(leftKind) || kinds.includes(rightKind);
const isTextAndNumber = (sides: Sides): boolean => has(sides, ['str']) && has(sides, NUMBERS);
const isCompared = (sign: string): boolean => /^[<>]=?$/.test(sign);

/** Calculating, joining and comparing what does not go together. */
export const OPERAND_RULES: readonly Rule[] = [
  rule('print-chevron', both(says(/^unsupported operand type\(s\) for >>/), ({ source }) => (/\bprint\s*>>/.test(source) ? {} : null))),
  rule('operand-print', sided((sides, seen) => (has(sides, ['NoneType']) && isPrintOperand(seen) ? {} : null))),
  rule('function-returns-nothing', (seen) => (isAboutNone(seen) ? returnless(seen) : null)),
  rule('none-from-method', (seen) => (isAboutNone(seen) ? noneFromMethod(seen) : null)),
  rule('operand-none', sided((sides) => (has(sides, ['NoneType']) && !isCompared(sides.sign) ? {} : null))),
  rule('compare-none', sided((sides) => (has(sides, ['NoneType']) ? {} : null))),
  rule('operand-function', sided((sides, seen) => {
    const name = tokensAt(seen).find(({ kind, text }, i, all) => kind === 'name' && isCallable(text, seen) && all[i + 1]?.text !== '(')?.text;
    return has(sides, FUNCTIONS) ? { name: name ?? '' } : null;
  })),
  rule('compare-input', sided((sides, seen) => {
    const name = isTextAndNumber(sides) && isCompared(sides.sign) ? inputIn(seen) : null;
    return name === null ? null : { name };
  })),
  rule('calculate-with-input', sided((sides, seen) => {
    const name = isTextAndNumber(sides) && !(sides.sign === '+' && sides.leftKind === 'str' && /["']\s*\+/.test(seen.source)) ? inputIn(seen) : null;
    return name === null ? null : { name };
  })),
  rule('sum-of-texts', sided((sides, { source }) => (sides.sign === '+' && isTextAndNumber(sides) && /\bsum\s*\(/.test(source) ? {} : null))),
  rule('join-text-and-number', sided((sides) => (sides.sign === '+' && isTextAndNumber(sides) ? {} : null))),
  rule('compare-text-and-number', sided((sides) => (isTextAndNumber(sides) && isCompared(sides.sign) ? {} : null))),
  rule('compare-list', sided((sides) => (has(sides, ['list', 'tuple', 'dict', 'set']) && isCompared(sides.sign) && sides.leftKind !== sides.rightKind ? {} : null))),
  rule('compare-impossible', sided(({ sign }) => (isCompared(sign) ? {} : null))),
  rule('calculate-with-text', sided((sides) => (has(sides, ['str']) && sides.sign !== '+' && has(sides, [...NUMBERS, 'str']) ? {} : null))),
  rule('join-text-and-other', sided(({ leftKind, rightKind, sign }) => (sign === '+' && (leftKind === 'str' || rightKind === 'str') ? {} : null))),
  rule('list-plus', sided(({ leftKind, rightKind, sign }) => (sign === '+' && (leftKind === 'list' || rightKind === 'list') ? {} : null))),
  rule('list-calculated', sided((sides) => (has(sides, ['list', 'tuple', 'dict', 'set', 'range', 'map', 'filter', 'zip']) ? {} : null))),
  rule('own-objects-operand', sided((sides, { lines }) => {
    const own = [sides.leftKind, sides.rightKind].find((kind) => lines.some((line) => new RegExp(`^\\s*class\\s+${kind}\\b`).test(line)));
    return own === undefined ? null : { own };
  })),
  rule('multiply-input', (seen) => {
    const name = /^can't multiply sequence by non-int of type '(?:str|float)'/.test(seen.message) ? inputIn(seen) : null;
    return name === null ? null : { name };
  }),
  rule('multiply-texts', says(/^can't multiply sequence by non-int of type '(?<otherKind>\w+)'/)),
  rule('sign-before-text', says(/^bad operand type for unary (?<sign>\S+?): '(?<oneKind>\w+)'/)),
  rule('operands', sided(() => ({}))),
];

/** `print("a") + "b"`: the sign stands behind the bracket that closes `print`'s own. */
function isPrintOperand(seen: SeenError): boolean {
  const tokens = tokensAt(seen);
  const start = tokens.findIndex(({ text }) => text === 'print');
  const end = tokens.findIndex(({ text }, i) => i > start + 1 && text === ')' && depthAt(tokens, i) === depthAt(tokens, start));
  return start >= 0 && end > 0 && /^[-+*/%]$/.test(tokens[end + 1]?.text ?? '');
}

const isAboutNone = ({ message }: SeenError): boolean => message.includes("'NoneType'") || message.includes('NoneType object') || /\bnot NoneType|\(not "NoneType"\)|NoneType found/.test(message);

const isCallable = (name: string, { lines }: SeenError): boolean =>
  defsIn(lines).some((def) => def.name === name) || /^(?:len|input|print|int|str|sum|max|min|float|range|list|type|sorted|abs|round)$/.test(name) || lines.some((line) => new RegExp(`^${name}\\s*=\\s*(?:input|len|print|int|str)\\s*$`).test(line));

/** A function of the program's own that is called here, or gave the value used here, and never returns one. */
export function returnless(seen: SeenError): Params | null {
  const defs = defsIn(seen.lines).filter(({ returns, name }) => !returns && name !== '__init__');
  for (const { kind, text } of tokensAt(seen)) {
    if (kind !== 'name') continue;
    const value = lastValueOf(text, seen) ?? '';
    const def = defs.find(({ name }) => (name === text && new RegExp(`\\b${name}\\s*\\(`).test(seen.source)) || new RegExp(`^(?:\\w+\\.)?${name}\\s*\\(`).test(value));
    if (def !== undefined) return { name: def.name, prints: /\bprint\s*\(/.test(def.body) ? 'yes' : 'no' };
  }
  return null;
}

/** A method that gives nothing back, whose result was kept under a name used here, or is used at once. */
export function noneFromMethod(seen: SeenError): Params | null {
  const pattern = new RegExp(`\\.(${GIVES_NOTHING.join('|')})\\s*\\(|^(print)\\s*\\(`);
  for (const { kind, text } of tokensAt(seen)) {
    if (kind !== 'name') continue;
    const [, method, called] = pattern.exec(lastValueOf(text, seen) ?? '') ?? [];
    if (method !== undefined || called !== undefined) return { name: text, method: method ?? called ?? '' };
  }
  const [, method] = new RegExp(`\\.(${GIVES_NOTHING.join('|')})\\s*\\([^()]*\\)\\s*[.[]|\\bin\\s+\\w+\\.(${GIVES_NOTHING.join('|')})\\s*\\(`).exec(seen.source) ?? [];
  return method === undefined ? null : { name: '', method };
}
