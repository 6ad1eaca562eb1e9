import { transform } from 'sucrase';
import { fail, ok, type Result } from '../../../core/result.ts';
import type { CodeError } from '../../../core/run-result.ts';

export const isTypeScript = (file: string): boolean => /\.[cm]?ts$/.test(file);

/** One file as the inner text of a CommonJS function, line by line as it was. */
export function moduleText(file: string, source: string): Result<string, CodeError> {
  if (file.endsWith('.json')) return jsonText(file, source);
  if (/\.[cm]?[jt]s$/.test(file)) return toScript(file, source, isTypeScript(file));
  // Anything else is data.
  return ok(`module.exports = ${JSON.stringify(source)};`);
}

/** Tests and the files that nobody is changing are the same at each press. */
const MOST_KNOWN = 40;
const known = new Map<string, Result<string, CodeError>>();

/** `import` and `export` as `require` and `exports`, types taken out. Fails with the learner's error. */
export function toScript(file: string, source: string, hasTypes: boolean): Result<string, CodeError> {
  const key = JSON.stringify([file, hasTypes, source]);
  const found = known.get(key) ?? transformed(file, source, hasTypes);
  // Used last, it goes last.
  known.delete(key);
  known.set(key, found);
  const [oldest = key] = known.keys();
  if (known.size > MOST_KNOWN) known.delete(oldest);
  return found;
}

function transformed(file: string, source: string, hasTypes: boolean): Result<string, CodeError> {
  const namespace = hasTypes ? lineOfNamespace(source) : null;
  if (namespace !== null) {
    const message = 'A namespace that holds values is not supported here: put them into a file of their own';
    return fail({ type: 'SyntaxError', message, line: namespace, frames: [{ file, line: namespace, name: '' }] });
  }
  try {
    const transforms = hasTypes ? (['typescript', 'imports'] as const) : (['imports'] as const);
    // `#!/usr/bin/env node` may only stand at the top of a whole script.
    return ok(transform(source.replace(/^#!/, '//'), { transforms: [...transforms], disableESTransforms: true }).code);
  } catch (error) {
    return fail(syntaxError(file, error));
  }
}

/** Sucrase takes every namespace for one of types, and drops it without a word. Null: there is none with values. */
function lineOfNamespace(source: string): number | null {
  for (const found of source.matchAll(/^[ \t]*(?:export\s+)?(?:namespace|module)\s+[A-Za-z_$][\w$.]*\s*\{/gm)) {
    const start = found.index + found[0].length;
    let end = start;
    for (let depth = 1; depth > 0 && end < source.length; end++) depth += source[end] === '{' ? 1 : source[end] === '}' ? -1 : 0;
    const isOfValues = /^[ \t]*(?:export\s+)?(?:const|let|var|function|async|class|enum)\b/m.test(source.slice(start, end));
    if (isOfValues) return source.slice(0, start).split('\n').length;
  }
  return null;
}

function jsonText(file: string, source: string): Result<string, CodeError> {
  try {
    return ok(`module.exports = ${JSON.stringify(JSON.parse(source))};`);
  } catch (error) {
    return fail({ ...syntaxError(file, error), line: null, frames: [] });
  }
}

/** Sucrase puts the place behind its message: `Unexpected token (2:9)`. */
function syntaxError(file: string, thrown: unknown): CodeError {
  const raw = thrown instanceof Error ? thrown.message : String(thrown);
  const [, words = raw, digits] = /^([^]*?)(?: \((\d+):\d+\))?$/.exec(raw) ?? [];
  const line = digits === undefined ? null : Number(digits);
  const frames = line === null ? [] : [{ file, line, name: '' }];
  return { type: 'SyntaxError', message: words.replace(/^Error transforming .*?: /, ''), line, frames };
}
