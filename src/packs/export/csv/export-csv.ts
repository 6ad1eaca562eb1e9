import type { CourseDoc } from '../../course-doc.ts';
import { rowOf, textRow, type ExerciseRow } from './exercise-row.ts';
import { COLUMNS } from './table-cells.ts';
import { toCsv } from './to-csv.ts';

export interface CsvExport {
  /** See `toCsv`. */
  readonly csv: string;
  /** What a table cannot hold, in words for the report. */
  readonly left: readonly { readonly lesson: string; readonly reason: string }[];
}

/** A row for the text of each lesson and for each exercise, in order. What `importCsv` reads from it is the same again. */
export function exportCsv(doc: CourseDoc): CsvExport {
  const rows = doc.lessons.flatMap(({ head, content, exercises }) => {
    const text = content.trim() === '' ? [] : [textRow(content)];
    return [...text, ...exercises.map(rowOf)].map((row) => ({ lesson: head.title, row }));
  });
  const most = (list: (row: ExerciseRow) => readonly unknown[]): number =>
    rows.reduce((found, { row }) => Math.max(found, list(row).length), 0);
  const options = Math.max(most(({ options }) => options), most(({ reasons }) => reasons));
  const hints = most((row) => row.hints);
  const header = [
    ...COLUMNS.before,
    ...range(options).flatMap((n) => [`option ${n}`, `reason ${n}`]),
    ...range(hints).map((n) => `hint ${n}`),
    ...COLUMNS.after,
  ];
  const data = rows.map(({ lesson, row }) => [
    ...[lesson, row.id, row.type, row.question],
    ...range(options).flatMap((n) => [row.options[n - 1] ?? '', row.reasons[n - 1] ?? '']),
    ...range(hints).map((n) => row.hints[n - 1] ?? ''),
    ...[row.correct.join(';'), row.answer, row.explanation, Object.keys(row.more).length === 0 ? '' : JSON.stringify(row.more)],
  ]);
  return { csv: toCsv([header, ...data]), left: leftOf(doc) };
}

function leftOf(doc: CourseDoc): CsvExport['left'] {
  return doc.lessons.flatMap(({ head, content, exercises }) => [
    ...(hasPicture(content) ? [{ lesson: head.title, reason: 'the pictures of its text: a table holds none' }] : []),
    ...exercises.flatMap((exercise) => {
      const { id, variantOf, renamedFrom } = exercise;
      const isOther = variantOf !== undefined || renamedFrom !== undefined;
      return [
        ...(isOther ? [{ lesson: head.title, reason: `that ${id} stands in for, or was, another exercise` }] : []),
        ...(hasPicture(JSON.stringify(exercise)) ? [{ lesson: head.title, reason: `the pictures of ${id}: a table holds none` }] : []),
      ];
    }),
  ]);
}

const hasPicture = (text: string): boolean => /!\[[^\]]{0,500}\]\((?!https?:)/.test(text);

const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
