import { nearestName } from '../nearest-name.ts';
import { both, groupsOf, says, stands, type Params, type Rule } from '../rule.ts';
import type { SeenError } from '../seen-error.ts';
import { defsIn, textOf } from './program.ts';
import { noneFromMethod, returnless } from './operand-rules.ts';
import { rulesOf } from './rule-of.ts';
import { METHODS, MODULES, OTHER_METHODS } from './vocabulary.ts';

const rule = rulesOf('AttributeError');
const OF_OBJECT = /^'(?<oneKind>[\w.]+)' object has no attribute '(?<name>\w+)'/;

const ofObject =
  (look: (kind: string, name: string, seen: SeenError) => Params | null): Rule['match'] =>
  (seen) => {
    const params = groupsOf(OF_OBJECT.exec(seen.message));
    const more = params === null ? null : look(String(params.oneKind), String(params.name), seen);
    return params === null || more === null ? null : { ...params, type: params.oneKind ?? '', ...more };
  };
const ofModule =
  (look: (module: string, name: string, seen: SeenError) => Params | null): Rule['match'] =>
  (seen) => {
    const [, module, name] = /module '([\w.]+)' has no attribute '(\w+)'/.exec(seen.message) ?? [];
    const more = module === undefined || name === undefined ? null : look(module, name, seen);
    return module === undefined || name === undefined || more === null ? null : { module, name, ...more };
  };

/** What stands behind a dot, and is not there. */
export const ATTRIBUTE_RULES: readonly Rule[] = [
  rule('attribute-of-function-result', (seen) => {
    const found = isAboutNone(seen) ? returnless(seen) : null;
    return found === null ? null : { ...found, attribute: attributeOf(seen) };
  }),
  rule('attribute-of-method-result', (seen) => {
    const found = isAboutNone(seen) ? noneFromMethod(seen) : null;
    return found === null ? null : { ...found, attribute: attributeOf(seen) };
  }),
  rule('attribute-of-none', (seen) => (isAboutNone(seen) ? { attribute: attributeOf(seen), before: beforeDot(seen) } : null)),
  rule('circular-import', says(/^(?:cannot access submodule|partially initialized module) '(?<module>[\w.]+)'/)),
  rule('own-file-hides-module', (seen) => {
    const [, module] = /module '([\w.]+)' has no attribute/.exec(seen.message) ?? [];
    return module !== undefined && (seen.message.includes('consider renaming') || (Object.hasOwn(seen.files, `${module}.py`) && Object.hasOwn(MODULES, module))) ? { module, file: `${module}.py` } : null;
  }),
  rule('module-name-capitals', ofModule((module, name) => {
    const meant = MODULES[module]?.find((other) => other.toLowerCase() === name.toLowerCase());
    return meant === undefined ? null : { meant };
  })),
  rule('module-name-misspelt', ofModule((module, name, seen) => {
    const meant = nearestName(name, MODULES[module] ?? defsIn((seen.files[`${module}.py`] ?? '').split('\n')).map((def) => def.name));
    return meant === null ? null : { meant };
  })),
  rule('module-name-elsewhere', ofModule((module, name) => {
    const home = Object.keys(MODULES).find((key) => key !== module && (MODULES[key]?.includes(name) ?? false));
    return home === undefined ? null : { home };
  })),
  rule('module-has-no', ofModule(() => ({}))),
  rule('brackets-forgotten', both(says(/^'(?:builtin_function_or_method|function|method)' object has no attribute '(?<name>\w+)'/), stands(/(?<called>\w+)\s*\.\s*\w+\s*(?:\(|$|\.|\))/))),
  rule('method-of-another-habit', ofObject((kind, name) => {
    const own = OTHER_METHODS[kind] !== undefined && Object.hasOwn(OTHER_METHODS[kind], name) ? OTHER_METHODS[kind][name] : undefined;
    return own === undefined ? null : { own, shape: shapeOf(own) };
  })),
  rule('method-misspelt', ofObject((kind, name) => {
    const meant = nearestName(name, METHODS[kind] ?? []);
    return meant === null ? null : { meant };
  })),
  rule('dict-with-dot', ofObject((kind, name, { source }) => (kind === 'dict' && !new RegExp(`\\.${name}\\s*\\(`).test(source) ? {} : null))),
  rule('list-for-one', ofObject((kind, name) => {
    const inner = ['list', 'tuple', 'set'].includes(kind) ? ['str', 'dict'].find((type) => METHODS[type]?.includes(name)) : undefined;
    return inner === undefined ? null : { innerKind: inner };
  })),
  rule('method-of-another-type', ofObject((kind, name) => {
    const home = METHODS[kind] !== undefined || ['bool', 'float', 'complex', 'bytes', 'range'].includes(kind) ? ['list', 'str', 'dict', 'set', 'file'].find((type) => METHODS[type]?.includes(name)) : undefined;
    return home === undefined ? null : { homeKind: home };
  })),
  rule('attribute-private', ofObject((_, name) => (/^_\w+__|^__/.test(name) && !name.endsWith('__') ? {} : null))),
  rule('attribute-misspelt', ofObject((_, name, seen) => {
    const own = [...textOf(seen).matchAll(/\bself\.(\w+)\s*(?:[:=,]|\()/g), ...textOf(seen).matchAll(/^\s+def\s+(\w+)/gm), ...textOf(seen).matchAll(/^\s+(\w+)\s*(?::\s*[\w[\], ]+)?(?:=(?!=).*)?$/gm)].map((match) => match[1] ?? '');
    const meant = isOwnClass(seen) ? nearestName(name, own.filter((other) => !['self', 'pass', 'else', 'try'].includes(other))) : null;
    return meant === null ? null : { meant };
  })),
  rule('init-above-not-called', ofObject((kind, name, seen) => {
    const defs = defsIn(seen.lines).filter((other) => other.name === '__init__');
    const above = defs.find((other) => other.className !== kind && new RegExp(`\\bself\\.${name}\\s*(?::[^=]+)?=(?!=)`).test(other.body));
    const own = defs.find((other) => other.className === kind && !/\bsuper\s*\(/.test(other.body));
    return above === undefined || own === undefined ? null : { above: above.className ?? '', line: own.line };
  })),
  rule('attribute-set-elsewhere', ofObject((_, name, seen) => {
    const def = defsIn(seen.lines).find((other) => other.className !== null && new RegExp(`\\bself\\.${name}\\s*(?::[^=]+)?=(?!=)`).test(other.body));
    return def === undefined ? null : { method: def.name, line: def.line };
  })),
  rule('attribute-local-in-init', ofObject((_, name, seen) => {
    const def = isOwnClass(seen) ? defsIn(seen.lines).find((other) => other.name === '__init__' && new RegExp(`^\\s*${name}\\s*=(?!=)`, 'm').test(other.body)) : undefined;
    const param = isOwnClass(seen) ? defsIn(seen.lines).find((other) => other.name === '__init__' && other.params.includes(name)) : undefined;
    return def === undefined && param === undefined ? null : { line: (def ?? param)?.line ?? 0 };
  })),
  rule('object-has-no', ofObject((_, name, seen) => (isOwnClass(seen) ? { isCalled: new RegExp(`\\.${name}\\s*\\(`).test(seen.source) ? 'yes' : 'no' } : null))),
  rule('class-instead-of-object', says(/^type object '(?<className>\w+)' has no attribute '(?<name>\w+)'/)),
  rule('property-read-only', says(/^property '(?<name>\w+)' of '(?<className>\w+)' object has no (?:setter|deleter)|^can't set attribute|^(?<object>.*) is read-only/)),
  rule('super-has-no', says(/^'super' object has no attribute '(?<name>\w+)'/)),
  rule('attribute-missing', ofObject(() => ({}))),
  rule('attribute', ({ message }) => ({ message })),
];

/** How what does the job is written. */
function shapeOf(own: string): string {
  if (own.endsWith('()')) return 'function';
  if (own === 'list') return 'number';
  return { in: 'in', '+': 'plus', '[…]': 'brackets', '[::-1]': 'reverse', for: 'loop' }[own] ?? 'method';
}

const isAboutNone = ({ message }: SeenError): boolean => message.startsWith("'NoneType' object has no attribute");
const attributeOf = ({ message }: SeenError): string => /attribute '(\w+)'/.exec(message)?.[1] ?? '';
const beforeDot = (seen: SeenError): string => new RegExp(`([\\w.]+(?:\\([^()]*\\)|\\[[^\\]]*\\])?)\\s*\\.\\s*${attributeOf(seen)}\\b`).exec(seen.source)?.[1] ?? '';

/** The object is of a class that the program writes itself. */
const isOwnClass = (seen: SeenError): boolean => {
  const [, kind] = /^'([\w.]+)' object/.exec(seen.message) ?? [];
  return kind !== undefined && new RegExp(`^\\s*class\\s+${kind.split('.').at(-1) ?? ''}\\b`, 'm').test(textOf(seen));
};
