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

/** `import` and `export` as `require` and `exports`, types taken out. Fails with the learner's error. */
export function toScript(file: string, source: string, hasTypes: boolean): Result<string, CodeError> {
  try {
    const transforms = hasTypes ? (['typescript', 'imports'] as const) : (['imports'] as const);
    // `#!/usr/bin/env node` may only stand at the top of a whole script.
    return ok(transform(source.replace(/^#!/, '//'), { transforms: [...transforms], disableESTransforms: true }).code);
  } catch (error) {
    return fail(syntaxError(file, error));
  }
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
