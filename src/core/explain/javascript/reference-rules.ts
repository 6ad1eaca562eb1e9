import { nearestName } from '../nearest-name.ts';
import type { Params, Rule } from '../rule.ts';
import type { SeenError } from '../seen-error.ts';
import { classAround, declarationsIn, membersOf, namesIn, usesOnLine } from './names.ts';
import { BROWSER_NAMES, INSTEAD, NODE_NAMES, TEST_NAMES } from './foreign-names.ts';
import { propertiesOf } from './missing.ts';
import { KEYWORDS } from './known-names.ts';
import { tokensOf } from './tokens.ts';

/** A rule about a name that is not defined. */
const rule = (id: string, match: (name: string, seen: SeenError) => Params | null): Rule => ({
  id: `javascript-${id}`,
  types: ['ReferenceError'],
  match(seen) {
    const [, name] = /^([^\s]+) is not defined$/.exec(seen.message) ?? [];
    return name === undefined ? null : match(name, seen);
  },
});

const isOneOf = (names: readonly string[]) => (name: string): Params | null => (names.includes(name) ? { name } : null);

export const REFERENCE_RULES: readonly Rule[] = [
  rule('name-in-other-file', (name, { files, place }) => {
    const file = Object.keys(files).find((one) => one !== place?.file && isExported(files[one] ?? '', name));
    return file === undefined ? null : { name, file };
  }),
  rule('loop-ended-by-semicolon', (name, { lines }) => {
    const made = declarationsIn(lines, name).find(({ line }) => /\bfor\s*\(.*\)\s*;\s*$/.test(lines[line - 1] ?? ''));
    return made === undefined ? null : { name, line: made.line };
  }),
  rule('name-out-of-reach', (name, { lines }) => {
    const made = declarationsIn(lines, name).find(({ how }) => how !== 'parameter');
    return made === undefined ? null : { name, line: made.line };
  }),
  rule('method-needs-this', (name, { lines, ...seen }) => {
    const member = isCalledOnLine(name, { lines, ...seen }) ? membersOf(lines).find((one) => one.name === name && one.kind === 'method') : undefined;
    return member === undefined ? null : { name, of: member.of };
  }),
  rule('field-needs-this', (name, { lines, place }) => {
    const around = classAround(lines, place?.line ?? 0);
    const member = membersOf(lines).find((one) => one.name === name && one.kind !== 'method' && one.of === around);
    return member === undefined ? null : { name, of: member.of };
  }),
  rule('parameter-out-of-reach', (name, { lines }) => {
    const made = declarationsIn(lines, name)[0];
    return made === undefined ? null : { name, line: made.line, fn: made.of };
  }),
  rule('name-wrong-case', (name, { lines }) => {
    const meant = [...namesIn(lines), ...KEYWORDS].find((one) => one !== name && one.toLowerCase() === name.toLowerCase());
    return meant === undefined ? null : { name, meant };
  }),
  rule('loop-variable-not-made', (name, { source }) =>
    new RegExp(String.raw`\bfor\s*\(\s*${escaped(name)}\b`).test(source) ? { name } : null,
  ),
  rule('browser-page', isOneOf(BROWSER_NAMES)),
  rule('node-name', isOneOf(NODE_NAMES)),
  rule('test-name', isOneOf(TEST_NAMES)),
  rule('other-language-name', (name) => {
    const instead = Object.hasOwn(INSTEAD, name) ? INSTEAD[name] : undefined;
    return instead === undefined ? null : { name, instead };
  }),
  rule('name-misspelt', (name, { lines }) => {
    const meant = nearestName(name, namesIn(lines));
    return meant === null ? null : { name, meant };
  }),
  rule('keyword-as-name', (name) => {
    const meant = nearestName(name, KEYWORDS);
    return meant === null ? null : { name, meant };
  }),
  rule('property-needs-owner', (name, { lines, source }) => (propertiesOf(lines).includes(name) && !/^\s*export\b/.test(source) && !isShort(source, name) ? { name } : null)),
  rule('assigned-before-made', (name, seen) => (isAssignedOnLine(name, seen) ? { name } : null)),
  rule('class-not-there', (name, { source }) => (new RegExp(String.raw`\b(?:new|extends)\s+${escaped(name)}\b`).test(source) ? { name } : null)),
  rule('function-not-there', (name, seen) => (isCalledOnLine(name, seen) ? { name } : null)),
  rule('callback-without-arrow', (name, { source }) => {
    const [, method] = new RegExp(String.raw`\.(map|filter|find|findIndex|some|every|forEach|sort|reduce)\(\s*${escaped(name)}\s*[^,)\s=]`).exec(source) ?? [];
    return method === undefined ? null : { name, method };
  }),
  rule('text-without-quotes', (name, seen) => (standsAlone(name, seen) ? { name } : null)),
  rule('name-unknown', (name) => ({ name })),
];

/** `{ name }`: the object takes it from a variable. */
const isShort = (source: string, name: string): boolean => new RegExp(String.raw`^\s*${escaped(name)}\s*,?\s*$`).test(source);

const escaped = (name: string): string => name.replace(/\$/g, '\\$');

const isExported = (text: string, name: string): boolean => new RegExp(String.raw`\bexport\s+(?:default\s+)?(?:async\s+)?(?:const|let|var|function\*?|class)\s+${escaped(name)}\b|\bexport\s*\{[^}]*\b${escaped(name)}\b`).test(text);

const isCalledOnLine = (name: string, seen: SeenError): boolean => usesOnLine(seen, name).some((at) => tokensOf(seen.lines)[at + 1]?.text === '(');

const ASSIGNS = ['=', '+=', '-=', '*=', '/=', '%=', '++', '--', '**=', '??=', '||=', '&&='];

function isAssignedOnLine(name: string, seen: SeenError): boolean {
  const tokens = tokensOf(seen.lines);
  return usesOnLine(seen, name).some((at) => ASSIGNS.includes(tokens[at + 1]?.text ?? '') && !['.', 'let', 'const', 'var'].includes(tokens[at - 1]?.text ?? ''));
}

/** As an argument, a value or an operand of its own, as a text would. */
function standsAlone(name: string, seen: SeenError): boolean {
  const tokens = tokensOf(seen.lines);
  return usesOnLine(seen, name).some((at) => {
    const before = tokens[at - 1]?.text ?? '';
    const after = tokens[at + 1]?.text ?? ';';
    return ['(', ',', '=', '===', '==', '!==', '!=', '+', '[', ':', 'return', 'case'].includes(before) && ([')', ',', ';', ']', '}', '+', ':'].includes(after) || (tokens[at + 1]?.line ?? 0) > (tokens[at]?.line ?? 0));
  });
}
