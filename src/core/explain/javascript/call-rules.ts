import { nearestName } from '../nearest-name.ts';
import type { Params, Rule } from '../rule.ts';
import type { SeenError } from '../seen-error.ts';
import { badCallIn, callbackIn, type BadCall } from './calls.ts';
import { declarationsOf } from './declarations.ts';
import { METHOD_INSTEAD } from './foreign-names.ts';
import { kindsWith, METHODS, STATICS, VALUES } from './known-names.ts';
import { propertiesOf } from './missing.ts';
import { membersOf } from './names.ts';
import { tokenAt, tokensOf } from './tokens.ts';
import { declarationOf, lastValueOf, valueOf } from './values.ts';

const rule = (id: string, match: (call: BadCall, seen: SeenError) => Params | null): Rule => ({
  id: `javascript-${id}`,
  types: ['TypeError'],
  match(seen) {
    const call = badCallIn(seen);
    return call === null ? null : match(call, seen);
  },
});

/** A rule about a method that something does not have. */
const method = (id: string, match: (call: BadCall, seen: SeenError) => Params | null): Rule =>
  rule(id, (call, seen) => (call.method === '' ? null : match(call, seen)));

/** “x is not a function”. */
export const CALL_RULES: readonly Rule[] = [
  method('super-method-missing', ({ method: name, what }) => (what === 'super' ? { method: name } : null)),
  method('method-of-promise', ({ method: name, what, value }) => (value.kind === 'promise' ? { method: name, what } : null)),
  method('method-not-called', ({ method: name, object, what }, { lines }) => {
    const tokens = tokensOf(lines);
    const value = object === null ? null : object.to - object.from === 1 ? lastValueOf(lines, what, object.from) : object;
    const inner = value === null ? '' : tokenAt(tokens, value.to - 1).text;
    return value !== null && kindsWith(inner).length > 0 && tokens[value.to - 2]?.text === '.' ? { method: name, what, inner } : null;
  }),
  method('getter-called', ({ method: name }, { lines }) => memberParams(lines, name, (one) => one.kind === 'getter')),
  method('static-method-on-object', ({ method: name, what, value }, { lines }) =>
    value.kind === 'function' ? null : memberParams(lines, name, (one) => one.isStatic, { what }),
  ),
  method('object-method-on-class', ({ method: name, what, value }, { lines }) =>
    value.kind === 'function' ? memberParams(lines, name, (one) => one.kind === 'method' && !one.isStatic && one.of === what, { what }) : null,
  ),
  method('value-is-no-method', ({ method: name, callee }) => (VALUES.includes(name) ? { name, callee } : null)),
  method('method-wrong-case', ({ method: name, what, value }, { lines }) => {
    const meant = candidates(what, value.kind, lines).find((one) => one !== name && one.toLowerCase() === name.toLowerCase());
    return meant === undefined ? null : { method: name, meant };
  }),
  method('method-of-other-language', ({ method: name, value: { kind } }) => {
    const instead = Object.hasOwn(METHOD_INSTEAD, name) ? (METHOD_INSTEAD[name] ?? '') : '';
    const isOfOther = instead.startsWith('list') ? kind !== 'array' && (kind !== null || kindsWith(name).length > 0) : false;
    return instead === '' || isOfOther ? null : { method: name, instead };
  }),
  method('method-of-other-kind', ({ method: name, what, value }) => {
    const owner = ownerOf(name);
    if (value.kind === null || owner === null || kindsWith(name).some((kind) => kind === value.kind)) return null;
    return { method: name, what, kind: value.kind, of: value.name, owner };
  }),
  method('own-method-misspelt', ({ method: name, what, value }, { lines }) => {
    const own = value.kind === 'class' ? membersOf(lines).filter(({ of }) => of === value.name) : membersOf(lines);
    const meant = value.kind === 'class' || value.kind === 'object' || what === 'this' ? nearestName(name, [...own.map((one) => one.name), ...propertiesOf(lines)]) : null;
    return meant === null ? null : { method: name, meant, what };
  }),
  method('method-misspelt', ({ method: name, what, value }, { lines }) => {
    const all = candidates(what, value.kind, lines);
    if (all.includes(name)) return null;
    const meant = nearestName(name, all) ?? (name.length > 3 ? all.find((one) => one !== name && one.startsWith(name)) : undefined) ?? null;
    return meant === null ? null : { method: name, meant };
  }),
  method('property-called', ({ method: name, what, value: { kind } }, { lines }) =>
    (kind === 'object' || kind === 'class' || what === 'this') && propertiesOf(lines).includes(name) ? { method: name, what } : null,
  ),
  method('class-has-no-method', ({ method: name, what, value: { kind, name: of } }) => (kind === 'class' ? { method: name, what, of } : null)),
  method('method-maybe-other-kind', ({ method: name, what }) => {
    const owner = ownerOf(name);
    return owner === null || what === '' ? null : { method: name, what, owner };
  }),
  method('object-has-no-method', ({ method: name, what }) => (what === '' ? null : { method: name, what })),
  rule('callback-called-at-once', ({ callee }, seen) => {
    const found = isNoName(callee) ? callbackIn(seen) : null;
    return found?.isCall === true ? { method: found.method, given: found.given } : null;
  }),
  rule('callback-missing', ({ callee }, seen) => {
    const found = isNoName(callee) ? callbackIn(seen) : null;
    return found?.given === '' ? { method: found.method } : null;
  }),
  rule('callback-is-no-function', ({ callee }, seen) => {
    const found = isNoName(callee) ? callbackIn(seen) : null;
    return found === null ? null : { method: found.method, given: found.given };
  }),
  rule('number-called', ({ callee }) => (/^-?[\d.]+$/.test(callee) ? { number: callee } : null)),
  rule('result-called', ({ callee }) => (callee.endsWith('(...)') ? { fn: callee.slice(0, -5) } : null)),
  rule('parameter-is-no-function', ({ callee }, { lines, place }) => {
    const made = madeBefore(lines, callee, place?.line ?? 0);
    return made?.how === 'parameter' && made.of !== '' ? { name: callee, fn: made.of } : null;
  }),
  rule('value-called', ({ callee }, { lines, place }) => {
    const made = madeBefore(lines, callee, place?.line ?? 0);
    const value = made === null ? null : lastValueOf(lines, callee, tokensOf(lines).findLastIndex(({ line }) => line === place?.line));
    const known = value === null ? null : valueOf(lines, value);
    const kind = known?.kind ?? null;
    if (made === null || known === null || kind === null || kind === 'function') return null;
    return { name: callee, kind, of: known.name, line: made.line };
  }),
  rule('name-is-no-function', ({ callee }, { lines }) => (declarationsOf(lines).some(({ name }) => name === callee) ? { name: callee } : null)),
  rule('not-a-function', ({ callee }) => ({ callee })),
];

function memberParams(lines: readonly string[], name: string, fits: (one: ReturnType<typeof membersOf>[number]) => boolean, more: Params = {}): Params | null {
  const member = membersOf(lines).find((one) => one.name === name && fits(one));
  return member === undefined ? null : { name, of: member.of, line: member.line, ...more };
}

/** The kind of value that has this method; `both`: lists and texts have it. */
function ownerOf(method: string): string | null {
  const kinds = kindsWith(method);
  return kinds.includes('array') && kinds.includes('text') ? 'both' : (kinds[0] ?? null);
}

/** Methods that may have been meant: those of its kind, or all that there are. */
function candidates(what: string, kind: BadCall['value']['kind'], lines: readonly string[]): readonly string[] {
  const statics = STATICS[what];
  if (statics !== undefined) return statics;
  const ofKind = kind === null || kind === 'class' ? undefined : METHODS[kind];
  return ofKind === undefined ? [...membersOf(lines).map(({ name }) => name), ...propertiesOf(lines), ...new Set(Object.values(METHODS).flat()), ...VALUES] : [...ofKind, ...VALUES];
}

/** V8 tells the value itself where a function was given as an argument. */
const isNoName = (callee: string): boolean => /^(?:undefined|null|true|false|object|#<.*>|\[object .*\]|(?:number|string|boolean) .*|-?[\d.]+|".*")$/.test(callee);

function madeBefore(lines: readonly string[], name: string, line: number): ReturnType<typeof declarationOf> {
  const at = tokensOf(lines).findLastIndex((token) => token.line === line && token.text === name);
  return at === -1 ? null : declarationOf(lines, name, at);
}
