import { nearestName } from '../nearest-name.ts';
import { both, says, type Params, type Rule } from '../rule.ts';
import type { SeenError } from '../seen-error.ts';
import { declarationsOf } from './declarations.ts';
import { isOfReader } from './syntax.ts';

const NODE_MODULES = ['fs', 'path', 'readline', 'http', 'https', 'os', 'util', 'events', 'child_process', 'crypto', 'stream', 'url', 'fs/promises', 'readline/promises', 'perf_hooks'];

/** Modules that cannot be had, and what programs throw themselves. */
export const THROWN_RULES: readonly Rule[] = [
  module('module-reads-input', (name) => (/^(?:node:)?(?:readline(?:\/promises)?|prompt-sync|readline-sync)$/.test(name) ? { name } : null)),
  module('module-of-node', (name) => (NODE_MODULES.includes(name.replace(/^node:/, '')) ? { name } : null)),
  module('module-misspelt', (name, { files }) => {
    const meant = nearestName(name.replace(/^\.\//, ''), Object.keys(files));
    return meant === null ? null : { name, meant };
  }),
  module('module-file-missing', (name) => (/^[./]/.test(name) ? { name } : null)),
  module('module-package', (name) => ({ name })),
  { id: 'javascript-assertion', types: ['AssertionError'], match: says(/^Expected (?<expected>[^]*?), got (?<got>[^]*)$/) },
  { id: 'javascript-assertion-own-words', types: ['AssertionError'], match: says(/(?<message>[^]*)/) },
  { id: 'javascript-thrown-nothing', types: ['Uncaught'], match: says(/^(?<value>undefined|null)$/) },
  { id: 'javascript-thrown-class', types: ['Uncaught'], match: says(/^(?:\[Function: |\[class )(?<name>[\w$]+)/) },
  { id: 'javascript-thrown-object', types: ['Uncaught'], match: says(/^(?<value>[[{][^]*)$/) },
  { id: 'javascript-thrown-value', types: ['Uncaught'], match: says(/^(?<value>[^]*)$/) },
  { id: 'javascript-all-promises-failed', types: ['AggregateError'], match: () => ({}) },
  { id: 'javascript-uri-malformed', types: ['URIError'], match: () => ({}) },
  { id: 'javascript-eval-refused', types: ['EvalError'], match: () => ({}) },
  { id: 'javascript-cannot-be-cloned', types: ['DataCloneError'], match: says(/(?<value>[^]*?) could not be cloned/) },
  { id: 'javascript-own-error-unhandled', types: null, match: both(ownError, thrownBy) },
  { id: 'javascript-error-without-words', types: ['Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'EvalError', 'URIError'], match: both(says(/^$/), isThrown, thrownBy) },
  {
    id: 'javascript-thrown-by-program',
    types: ['Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'EvalError', 'URIError'],
    match: both(isThrown, ({ type, message }) => (type === 'SyntaxError' && isOfReader(message) ? null : { type, message }), thrownBy),
  },
];

function module(id: string, match: (name: string, seen: SeenError) => Params | null): Rule {
  return {
    id: `javascript-${id}`,
    types: ['Error'],
    match(seen) {
      const [, name] = /^Cannot find module '([^']*)'/.exec(seen.message) ?? [];
      return name === undefined ? null : match(name, seen);
    },
  };
}

/** A class of the program's own that is an error. */
function ownError({ type, message, lines }: SeenError): Params | null {
  const isOwn = declarationsOf(lines).some(({ name, how }) => how === 'class' && name === type) || lines.some((line) => /\.name\s*=/.test(line) && line.includes(type));
  return isOwn ? { type, message } : null;
}

/** A `throw` stands on the line, or just above where the message goes on over lines. */
function isThrown({ lines, place }: SeenError): Params | null {
  const near = place === null ? [] : lines.slice(Math.max(0, place.line - 2), place.line);
  return near.some((line) => /\bthrow\b|\breject\(/.test(line)) ? {} : null;
}

/** Who threw: `where` is `top` (of the file), `function` or `constructor`. */
function thrownBy({ frames, lines }: SeenError): Params {
  const name = frames.at(-1)?.name ?? '';
  const bare = name.replace(/^new /, '').split('.').at(-1) ?? '';
  // The engine gives a function without a name that of what it stands in, and that may be no word of the learner’s.
  const fn = lines.some((line) => line.includes(bare)) ? bare : '';
  return { fn, where: fn === '' ? 'top' : name.startsWith('new ') ? 'constructor' : 'function' };
}
