import { posix } from 'node:path';
import type { CodeFiles } from '../../../db/models/exercise.ts';

/** Words for "the solution" in the names of files; one of them stands for the exercise's first file. */
const MAIN = /^(?:example|exemplar|solution|proof)\b/i;

/**
 * A reference solution under the names that the learner's files have, so that tests find it: files of the same name
 * first, then the same number in the same order, else by ending. What is left over lies beside.
 *
 * `examples`: path → text; `names`: the learner's files.
 */
export function placeExamples(examples: CodeFiles, names: readonly string[]): CodeFiles {
  const placed: Record<string, string> = {};
  const open = new Set(names);
  const put = (path: string, name: string): void => {
    placed[name] = examples[path] ?? '';
    open.delete(name);
    left.delete(path);
  };
  const left = new Set(Object.keys(examples));
  for (const path of [...left]) {
    const same = [...open].find((name) => path === name) ?? [...open].find((name) => baseOf(path) === baseOf(name));
    if (same !== undefined) put(path, same);
  }
  if (left.size === open.size) {
    const rest = [...open];
    for (const [index, path] of [...left].entries()) put(path, rest[index] ?? baseOf(path));
    return placed;
  }
  const mainFirst = [...left].sort((a, b) => Number(MAIN.test(baseOf(b))) - Number(MAIN.test(baseOf(a))));
  for (const path of mainFirst) {
    const fits = [...open].find((name) => posix.extname(name) === posix.extname(path));
    put(path, fits ?? baseOf(path));
  }
  return placed;
}

const baseOf = (path: string): string => posix.basename(path);
