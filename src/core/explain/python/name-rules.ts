import { nearestName } from '../nearest-name.ts';
import { says, type Params, type Rule } from '../rule.ts';
import type { SeenError } from '../seen-error.ts';
import { defAround, defsIn, namesBound, textOf } from './program.ts';
import { rulesOf } from './rule-of.ts';
import { tokensOf } from './tokens.ts';
import { ALIASES, BUILTINS, FOREIGN_NAMES, METHODS, MODULES, STATEMENT_WORDS } from './vocabulary.ts';

const unknown = rulesOf('NameError');
const unbound = rulesOf('UnboundLocalError', 'NameError');

/** Looks further with the name that is not defined. */
const named =
  (look: (name: string, seen: SeenError) => Params | null): Rule['match'] =>
  (seen) => {
    const [, name] = /^name '(.+?)' is not defined/u.exec(seen.message) ?? [];
    const more = name === undefined ? null : look(name, seen);
    return name === undefined || more === null ? null : { name, ...more };
  };

export const NAME_RULES: readonly Rule[] = [
  unbound('outer-variable-changed', (seen) => {
    const name = localOf(seen);
    const isOuter = name !== null && seen.lines.some((line) => new RegExp(`^${name}\\s*(?:=(?!=)|,.*=(?!=))`).test(line));
    return isOuter ? { name, inside: functionOf(seen) } : null;
  }),
  unbound('local-without-value', (seen) => {
    const name = localOf(seen);
    return name === null ? null : { name, inside: functionOf(seen) };
  }),
  unbound('free-variable', says(/^cannot access free variable '(?<name>\w+)'/)),
  unknown('self-not-a-parameter', named((name, { lines, place }) => {
    const def = place === null ? null : defAround(lines, place.line);
    return name === 'self' && def !== null ? { inside: def.name } : null;
  })),
  unknown('attribute-without-self', named((name, seen) => {
    const def = seen.place === null ? null : defAround(seen.lines, seen.place.line);
    const isOwn = new RegExp(`\\bself\\.${name}\\b`).test(textOf(seen)) || defsIn(seen.lines).some((other) => other.className !== null && other.className === def?.className && other.name === name);
    return isOwn && def !== null && def.className !== null ? { inside: def.className } : null;
  })),
  unknown('name-too-early', named((name, { lines, place }) => {
    const pattern = new RegExp(`^(?:${name}\\s*(?::[^=]+)?=(?!=)|(?:def|class)\\s+${name}\\b|(?:import|from)\\b.*\\b${name}\\b|for\\s+${name}\\b)`);
    const later = lines.findIndex((line, i) => i + 1 >= (place?.line ?? 0) && pattern.test(line));
    if (later + 1 === place?.line) return /^\s*(?:import|from|def|class)\b/.test(lines[later] ?? '') ? null : { later: 0 };
    return later < 0 || place === null ? null : { later: later + 1 };
  })),
  unknown('name-inside-function', named((name, { lines, place }) => {
    const home = defsIn(lines).find((def) => (place === null || place.line < def.line || place.line > def.end) && (def.params.includes(name) || new RegExp(`^\\s*(?:${name}\\s*=(?!=)|for\\s+${name}\\b)`, 'm').test(def.body)));
    return home === undefined ? null : { inside: home.name };
  })),
  unknown('module-not-imported', named((name, { source }) => (Object.hasOwn(MODULES, name) && new RegExp(`\\b${name}\\s*\\.`).test(source) ? {} : null))),
  unknown('alias-not-imported', named((name) => (Object.hasOwn(ALIASES, name) ? { module: ALIASES[name] ?? '' } : null))),
  unknown('name-of-another-language', named((name, { source }) => {
    // A variable may well be called `count` or `size`.
    const isForeign = Object.hasOwn(FOREIGN_NAMES, name) && (FOREIGN_NAMES[name] !== 'len' || new RegExp(`\\b${name}\\s*\\(`).test(source));
    const own = isForeign ? FOREIGN_NAMES[name] : undefined;
    return own === undefined || own === name ? null : { own };
  })),
  unknown('two-equals-signs', named((name, { source }) => (new RegExp(`^\\s*${name}\\s*==[^=]*$`).test(source) ? {} : null))),
  unknown('name-capitals', named((name, seen) => {
    const meant = candidates(name, seen).find((other) => other.toLowerCase() === name.toLowerCase());
    return meant === undefined ? null : { meant };
  })),
  unknown('name-misspelt', named((name, seen) => {
    const meant = nearestName(name, candidates(name, seen));
    return meant === null ? null : { meant };
  })),
  unknown('counter-without-start', named((name, { lines }) => (lines.some((line) => new RegExp(`^\\s*${name}\\s*(?:[-+*/]=|=\\s*${name}\\b)`).test(line)) ? {} : null))),
  unknown('keyword-as-call', named((name, { source }) => {
    const own = new RegExp(`\\b${name}\\s*\\(`).test(source) ? nearestName(name, STATEMENT_WORDS) : null;
    return own === null ? null : { own };
  })),
  unknown('name-of-a-module', named((name, seen) => {
    const homes = Object.keys(MODULES).filter((key) => MODULES[key]?.includes(name) ?? false);
    const module = homes.find((key) => new RegExp(`\\bimport\\b.*\\b${key}\\b`).test(textOf(seen))) ?? homes[0];
    return module === undefined ? null : { module, imported: new RegExp(`^\\s*import\\b.*\\b${module}\\b`, 'm').test(textOf(seen)) ? 'yes' : 'no' };
  })),
  unknown('method-as-function', named((name, { source }) => {
    const type = ['list', 'str', 'dict', 'set'].find((key) => METHODS[key]?.includes(name));
    return type !== undefined && new RegExp(`\\b${name}\\s*\\(`).test(source) ? { thingKind: type } : null;
  })),
  unknown('name-deleted', named((name, seen) => (new RegExp(`^\\s*del\\b.*\\b${name}\\b`, 'm').test(textOf(seen)) ? {} : null))),
  unknown('function-unknown', named((name, { source }) => (new RegExp(`(?<!\\.)\\b${name}\\s*\\(`).test(source) ? {} : null))),
  unknown('word-without-quotes', named((name, { source }) => {
    const isLone = new RegExp(`(?:print|input)\\(\\s*${name}\\s*\\)|[=!]=\\s*${name}\\b|[[,(]\\s*${name}\\s*[,\\])]|^\\s*${name}\\s*$|=\\s*${name}\\s*$`).test(source);
    return isLone && /^\p{L}{2,}$/u.test(name) ? {} : null;
  })),
  unknown('name-unknown', named(() => ({}))),
];

const localOf = ({ message }: SeenError): string | null => /^cannot access local variable '(\w+)'/.exec(message)?.[1] ?? null;
const functionOf = ({ frames }: SeenError): string => frames.at(-1)?.name ?? '';

/** Names that may be meant, the learner's own first. */
const candidates = (name: string, seen: SeenError): string[] => [
  ...new Set([...namesBound(tokensOf(textOf(seen))), ...BUILTINS, ...Object.keys(MODULES).filter((module) => new RegExp(`\\bimport\\b.*\\b${module}\\b`).test(textOf(seen)))]),
].filter((other) => other !== name);
