import { nearestName } from '../nearest-name.ts';
import { both, groupsOf, says, type Params, type Rule } from '../rule.ts';
import type { SeenError } from '../seen-error.ts';
import { defsIn, inputIn, lastValueOf, textOf, tokensAt, type Def } from './program.ts';
import { noneFromMethod, returnless } from './operand-rules.ts';
import { rulesOf } from './rule-of.ts';
import { BUILTINS } from './vocabulary.ts';

const rule = rulesOf('TypeError');
const NOT_CALLABLE = /^'(?<oneKind>[\w.]+)' object is not callable/;
const TOO_MANY = /^(?<called>[\w.<>]+)\(\) takes (?<wanted>(?:from \d+ to )?\d+) positional arguments? but (?<given>\d+) (?:was|were) given/;
const MISSING = /^(?<called>[\w.<>]+)\(\) missing (?<count>\d+) required (?:positional|keyword-only) arguments?: (?<names>.+)$/;

/** Calling what cannot be called, and calling with too much, too little or something else. */
export const CALL_RULES: readonly Rule[] = [
  rule('name-hides-builtin', (seen) => {
    const hidden = NOT_CALLABLE.test(seen.message) ? calledIn(seen).find((name) => BUILTINS.includes(name) && boundAt(name, seen) > 0) : undefined;
    return hidden === undefined ? null : { name: hidden, line: boundAt(hidden, seen) };
  }),
  rule('variable-hides-function', (seen) => {
    const hidden = NOT_CALLABLE.test(seen.message) ? calledIn(seen).find((name) => defsIn(seen.lines).some((def) => def.name === name) && boundAt(name, seen) > 0) : undefined;
    return hidden === undefined ? null : { name: hidden, line: boundAt(hidden, seen) };
  }),
  rule('module-called', says(/^'module' object is not callable\. Did you mean: '(?<meant>[\w.]+)\(/)),
  rule('module-called-plainly', both(says(/^'module' object is not callable/), ({ source }) => groupsOf(/(?<name>\w+)\s*\(/.exec(source)))),
  rule('multiplication-sign-missing', both(says(/^'(?:int|float)' object is not callable/), ({ source }) => groupsOf(/(?<before>(?:\d[\d.]*|\)))\s*\(/.exec(source)))),
  rule('round-for-square', (seen) => {
    const [, kind] = /^'(list|dict|tuple|str|range)' object is not callable/.exec(seen.message) ?? [];
    const name = kind === undefined ? undefined : calledIn(seen).find((called) => !BUILTINS.includes(called));
    return kind === undefined || name === undefined ? null : { oneKind: kind, name };
  }),
  rule('comma-before-bracket', both(says(/^'(?<oneKind>str|tuple|list|dict|set)' object is not callable/), ({ source }) => groupsOf(/(?<before>["')\]}])\s*\(/.exec(source)))),
  rule('number-called', (seen) => {
    const name = /^'(?:int|float|bool)' object is not callable/.test(seen.message) ? calledIn(seen)[0] : undefined;
    return name === undefined ? null : { name };
  }),
  rule('none-called', says(/^'NoneType' object is not callable/)),
  rule('not-callable', says(NOT_CALLABLE)),
  rule('self-missing', (seen) => {
    const params = groupsOf(TOO_MANY.exec(seen.message));
    const def = params === null ? undefined : calledDef(String(params.called), seen);
    if (def === undefined || def.className === null || ['self', 'cls'].includes(def.params[0] ?? '')) return null;
    return { name: def.name, inside: def.className };
  }),
  rule('called-on-class', (seen) => {
    const params = groupsOf(/^(?<className>\w+)\.(?<name>\w+)\(\) missing 1 required positional argument: '(?:self|\w+)'$/.exec(seen.message));
    const isOnClass = params !== null && params.name !== '__init__' && new RegExp(`\\b${String(params.className)}\\s*\\.\\s*${String(params.name)}\\s*\\(`).test(seen.source);
    return isOnClass ? params : null;
  }),
  rule('object-arguments-missing', (seen) => {
    const params = groupsOf(/^(?<name>\w+)\.__init__\(\) missing \d+ required (?:positional|keyword-only) arguments?: (?<names>.+)$/.exec(seen.message));
    return params === null ? null : { ...params, names: plainNames(params.names) };
  }),
  rule('arguments-missing', (seen) => {
    const params = groupsOf(MISSING.exec(seen.message));
    return params === null ? null : { ...params, called: lastPart(params.called), names: plainNames(params.names), count: Number(params.count), def: calledDef(String(params.called), seen)?.line ?? 0 };
  }),
  rule('object-arguments-too-many', (seen) => {
    const params = groupsOf(/^(?<name>\w+)\.__init__\(\) takes (?:from \d+ to )?(?<wanted>\d+) positional arguments? but (?<given>\d+) were given/.exec(seen.message));
    return params === null ? null : { name: params.name ?? '', wanted: Number(params.wanted) - 1, given: Number(params.given) - 1 };
  }),
  rule('input-with-commas', (seen) => (/^(?:input expected at most 1 argument|input\(\) takes|\S*\binput\S*\(\) takes)/.test(seen.message) ? {} : null)),
  rule('arguments-too-many', (seen) => {
    const params = groupsOf(TOO_MANY.exec(seen.message));
    if (params === null) return null;
    const def = calledDef(String(params.called), seen);
    const own = def === undefined || def.className === null ? 0 : 1;
    const wanted = String(params.wanted).split(' ').at(-1) ?? '';
    return { called: lastPart(params.called), wanted: Number(wanted) - own, given: Number(params.given) - own, def: def?.line ?? 0 };
  }),
  rule('init-misspelt', (seen) => {
    const params = groupsOf(/^(?<name>\w+)\(\) takes no arguments/.exec(seen.message));
    const def = defsIn(seen.lines).find((other) => other.className === params?.name && other.name !== '__init__' && /^_*_?ini?t?_*_?$|^__int__$|^_+init_*$|^init_*$|^__?constructor/i.test(other.name));
    return params === null || def === undefined ? null : { ...params, written: def.name, line: def.line };
  }),
  rule('class-without-init', (seen) => {
    const params = groupsOf(/^(?<name>\w+)\(\) takes no arguments/.exec(seen.message));
    return params !== null && seen.lines.some((line) => new RegExp(`^\\s*class\\s+${String(params.name)}\\b`).test(line)) ? params : null;
  }),
  rule('keyword-argument-misspelt', (seen) => {
    const params = groupsOf(/^(?<called>[\w.<>]+)\(\) got an unexpected keyword argument '(?<name>\w+)'(?:\. Did you mean '(?<meant>\w+)')?/.exec(seen.message));
    if (params === null) return null;
    const meant = params.meant === '' ? nearestName(String(params.name), calledDef(String(params.called), seen)?.params ?? []) : params.meant;
    return meant === null || meant === undefined ? null : { ...params, called: lastPart(params.called), meant };
  }),
  rule('keyword-argument-unknown', says(/^(?:[\w.<>]*\.)?(?<called>\w+)\(\) got an unexpected keyword argument '(?<name>\w+)'|^'(?<name2>\w+)' is an invalid keyword argument for (?<called2>\w+)/)),
  rule('no-keyword-arguments', says(/^(?:[\w.<>]*\.)?(?<called>\w+)\(\) takes no keyword arguments/)),
  rule('argument-given-twice', says(/^(?:[\w.<>]*\.)?(?<called>\w+)\(\) got multiple values for (?:keyword )?argument '(?<name>\w+)'/)),
  rule('append-several', says(/^(?<called>list\.append|set\.add)\(\) takes exactly one argument \((?<given>[2-9]\d*) given\)/)),
  rule('sort-key-by-place', says(/^(?<called>sorted expected 1 argument|sort\(\) takes no positional)/)),
  rule('builtin-too-few', (seen) => countOf(seen, (given, wanted) => given < wanted)),
  rule('builtin-too-many', (seen) => countOf(seen, (given, wanted) => given > wanted)),
  rule('unbound-method', says(/^(?:unbound method (?<type>\w+)\.(?<name>\w+)\(\) needs an argument|descriptor '(?<name2>\w+)' (?:for|of|requires))/)),
  rule('range-of-input', (seen) => {
    const name = seen.message.startsWith("'str' object cannot be interpreted as an integer") ? inputIn(seen) : null;
    return name === null ? null : { name };
  }),
  rule('whole-number-from-division', both(says(/^'float' object cannot be interpreted as an integer/), (seen) => {
    const isDivided = tokensAt(seen).some(({ kind, text }) => text === '/' || (kind === 'name' && /(?<!\/)\/(?!\/)/.test(lastValueOf(text, seen) ?? '')));
    return isDivided ? {} : null;
  })),
  rule('whole-number-needed', says(/^'(?<oneKind>\w+)' object cannot be interpreted as an integer/)),
  rule('join-of-numbers', says(/^sequence item (?<index>\d+): expected str instance, (?<oneKind>\w+) found/)),
  rule('join-of-one', says(/^can only join an iterable/)),
  rule('len-of-none', (seen) => (seen.message.startsWith("object of type 'NoneType' has no len") && noneFromMethod(seen) === null && returnless(seen) === null ? {} : null)),
  rule('len-of-number', says(/^object of type '(?<oneKind>int|float|bool)' has no len\(\)/)),
  rule('len-of-other', says(/^object of type '(?<oneKind>[\w.]+)' has no len\(\)/)),
  rule('number-from-other', says(/^(?<called>int|float)\(\) argument must be .*, not '(?<oneKind>\w+)'/)),
  rule('round-of-text', says(/^type (?<oneKind>\w+) doesn't define __round__|^bad operand type for abs\(\): '(?<oneKind2>\w+)'|^must be real number, not (?<oneKind3>\w+)/)),
];

/** Called by the name alone in the line of the error. */
const calledIn = (seen: SeenError): string[] => {
  const tokens = tokensAt(seen);
  return tokens.filter(({ kind }, i) => kind === 'name' && tokens[i + 1]?.text === '(' && tokens[i - 1]?.text !== '.').map(({ text }) => text);
};

/** The line where the program gives this name a value, loops and parameters included; 0: nowhere. */
function boundAt(name: string, { lines }: SeenError): number {
  const pattern = new RegExp(`^\\s*(?:.*[;,]\\s*)?${name}\\s*(?:,\\s*\\w+\\s*)*(?::\\s*[\\w[\\]]+\\s*)?=(?!=)|^\\s*for\\s+(?:\\w+\\s*,\\s*)*${name}\\b`);
  return lines.findIndex((line) => pattern.test(line) && !new RegExp(`\\(.*\\b${name}\\s*=`).test(line)) + 1;
}

/** `Shop.sell`, `sell`, `f.<locals>.g` → where it is written. */
function calledDef(called: string, seen: SeenError): Def | undefined {
  const [owner, name] = called.includes('.') ? called.split('.').slice(-2) : ['', called];
  return defsIn(textOf(seen).split(/\r?\n/)).find((def) => def.name === name && (owner === '' || owner === '<locals>' || def.className === owner || def.className !== null));
}

/** `'x', 'y', and 'z'` → `x, y, z`. */
const plainNames = (names: string | number | undefined): string => (String(names).match(/\w+(?=')/g) ?? []).join(', ');

const lastPart = (called: string | number | undefined): string => String(called).split('.').at(-1) ?? '';

/** The counts of a built-in function's own words: `len() takes exactly one argument (2 given)`, `range expected at most 3 …`. */
function countOf({ message }: SeenError, isWanted: (given: number, wanted: number) => boolean): Params | null {
  const exact = /^(?<called>[\w.]+)\(\) takes (?:exactly |at (?:most|least) )?(?<wanted>\w+) (?:positional )?(?:keyword )?arguments? \((?<given>\d+) given\)/.exec(message);
  const expected = /^(?<called>[\w.]+?)(?:\(\))? expected (?:at (?:least|most) )?(?<wanted>\d+) arguments?, got (?<given>\d+)/.exec(message);
  const none = /^(?<called>[\w.]+)\(\) takes (?<wanted>no) arguments \((?<given>\d+) given\)/.exec(message);
  const params = groupsOf(exact ?? expected ?? none);
  if (params === null) return null;
  const wanted = NUMBER_WORDS[String(params.wanted)] ?? Number(params.wanted);
  return isWanted(Number(params.given), wanted) ? { called: params.called ?? '', wanted, given: Number(params.given) } : null;
}
const NUMBER_WORDS: { readonly [word: string]: number } = { no: 0, one: 1, two: 2, three: 3 };
