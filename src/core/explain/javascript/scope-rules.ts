import { says, type Params, type Rule } from '../rule.ts';
import type { SeenError } from '../seen-error.ts';
import { declarationsIn } from './names.ts';
import { valueOf } from './values.ts';

/** A rule about a name that is used before its `let`, `const` or `class` was reached. */
const early = (id: string, match: (name: string, seen: SeenError) => Params | null): Rule => ({
  id: `javascript-${id}`,
  types: ['ReferenceError'],
  match(seen) {
    const [, name] = /^Cannot access '([^']+)' before initialization$/.exec(seen.message) ?? [];
    return name === undefined ? null : match(name, seen);
  },
});

export const SCOPE_RULES: readonly Rule[] = [
  early('value-used-while-made', (name, { lines, frames, place }) => {
    const made = declarationsIn(lines, name).find(({ line, value }) => value !== null && line !== place?.line && frames.some((frame) => frame.line === line));
    return made === undefined ? null : { name, line: made.line };
  }),
  early('class-used-early', (name, { lines }) => madeAs(lines, name, ['class'])),
  early('variable-uses-itself', (name, { lines, place }) =>
    declarationsIn(lines, name).some(({ line, value }) => line === place?.line && value !== null) ? { name } : null,
  ),
  early('function-used-early', (name, { lines }) => {
    const made = declarationsIn(lines, name).find(({ value }) => value !== null && valueOf(lines, value).kind === 'function');
    return made === undefined ? null : { name, line: made.line };
  }),
  early('name-shadowed', (name, { lines, place }) => {
    const all = declarationsIn(lines, name);
    const inner = all.find(({ line }) => place !== null && line > place.line);
    const outer = all.find(({ line }) => place !== null && line < place.line);
    return inner === undefined || outer === undefined ? null : { name, line: inner.line, outer: outer.line };
  }),
  early('variable-used-early', (name, { lines }) => madeAs(lines, name, ['let', 'const'])),
  early('used-before-made', (name) => ({ name })),
  { id: 'javascript-this-before-super', types: ['ReferenceError'], match: says(/^Must call super constructor in derived class/) },
  { id: 'javascript-super-called-twice', types: ['ReferenceError'], match: says(/^Super constructor may only be called once/) },
];

function madeAs(lines: readonly string[], name: string, hows: readonly string[]): Params | null {
  const made = declarationsIn(lines, name).find(({ how }) => hows.includes(how));
  return made === undefined ? null : { name, line: made.line };
}
