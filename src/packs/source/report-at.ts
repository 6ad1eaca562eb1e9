import type { PackError } from '../pack-error.ts';
import { fieldToText } from './check-shape.ts';
import { didYouMean } from '../../core/did-you-mean.ts';
import type { FieldPath } from './read-yaml.ts';

/** Reports a finding at a field of the exercise. */
export type ReportAt = (path: FieldPath, expected: string, found: string) => void;

export const reporterAt =
  (file: string, { lineOf }: { readonly lineOf: (path: FieldPath) => number }, report: (finding: PackError) => void): ReportAt =>
  (path, expected, found) =>
    report({ type: 'BadContent', file, line: lineOf(path), field: fieldToText(path), expected, found });

/** Reports every entry whose text was there before, at `path` of its index. */
export function lintUnique(texts: readonly string[], path: (index: number) => FieldPath, report: ReportAt): void {
  const seen = new Set<string>();
  texts.forEach((text, index) => {
    if (seen.has(text)) report(path(index), 'something not used before', `\`${text}\` again`);
    seen.add(text);
  });
}

/** Reports a name that is none of those there are, with the one that was perhaps meant. */
export function lintKnown(
  name: string,
  known: readonly string[],
  path: FieldPath,
  expected: string,
  report: ReportAt,
): void {
  if (known.includes(name)) return;
  const near = didYouMean(name, known);
  report(path, near === null ? expected : `${expected} (did you mean \`${near}\`?)`, `\`${name}\``);
}
