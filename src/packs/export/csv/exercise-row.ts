import type { ExerciseSource } from '../../source/exercise-shapes.ts';

/** An exercise as a table has it: what people read in cells of its own, all else in `more`, as JSON. */
export interface ExerciseRow {
  readonly id: string;
  readonly type: ExerciseSource['type'] | typeof TEXT;
  readonly question: string;
  readonly options: readonly string[];
  readonly reasons: readonly string[];
  readonly hints: readonly string[];
  /** Places of right options, from 1. */
  readonly correct: readonly number[];
  readonly answer: string;
  readonly explanation: string;
  readonly more: { readonly [field: string]: unknown };
}

/** The type of a row that asks nothing: words of its lesson. */
export const TEXT = 'TEXT';

export const textRow = (content: string): ExerciseRow => ({
  ...{ id: '', type: TEXT, question: content, explanation: '', answer: '' },
  ...{ options: [], reasons: [], hints: [], correct: [], more: {} },
});

/** Fields that a row leaves out: the course or its lesson decides about them, or another row of it is meant. */
const LEFT_OUT = ['id', 'rev', 'source', 'renamedFrom', 'variantOf', 'objectives'] as const;

/** What a field is where nothing is said. */
const isDefault = (field: string, value: unknown): boolean =>
  value === undefined ||
  (field === 'points' && value === 1) ||
  (field === 'required' && value === true) ||
  (field === 'caseSensitive' && value === false) ||
  ((field === 'absolute' || field === 'relative') && value === 0) ||
  (['mistakes', 'patterns', 'keywords', 'accept', 'units'].includes(field) && Array.isArray(value) && value.length === 0);

export function rowOf(exercise: ExerciseSource): ExerciseRow {
  const { prompt, hints, explanation = '', ...rest } = exercise;
  const cells = cellsOf(exercise);
  const isLeft = (field: string, value: unknown): boolean =>
    !isDropped(field) && !cells.fields.includes(field) && !isDefault(field, value);
  const left = Object.entries(rest).filter(([field, value]) => isLeft(field, value));
  // Blank cells at the end of a list would be lost.
  const hasBlankHint = hints.some((hint) => hint === '');
  const more = { ...Object.fromEntries(left), ...cells.more, ...(hasBlankHint ? { hints } : {}) };
  return {
    ...{ id: exercise.id, type: exercise.type, question: prompt, explanation, hints: hasBlankHint ? [] : hints },
    ...{ options: cells.options ?? [], reasons: cells.reasons ?? [], correct: cells.correct ?? [], answer: cells.answer ?? '', more },
  };
}

const isDropped = (field: string): boolean => field === 'type' || (LEFT_OUT as readonly string[]).includes(field);

interface Cells {
  /** The fields that the cells hold. */
  readonly fields: readonly string[];
  readonly more?: ExerciseRow['more'];
  readonly options?: readonly string[];
  readonly reasons?: readonly string[];
  readonly correct?: readonly number[];
  readonly answer?: string;
}

function cellsOf(exercise: ExerciseSource): Cells {
  switch (exercise.type) {
    case 'MULTIPLE_CHOICE':
    case 'MULTI_SELECT': {
      const { options } = exercise;
      return {
        fields: ['options'],
        options: options.map(({ text }) => text),
        reasons: options.map(({ why }) => why),
        correct: options.flatMap(({ correct }, at) => (correct ? [at + 1] : [])),
        more: idsOf(options),
      };
    }
    case 'TRUE_FALSE':
      return { fields: ['answer', 'why'], answer: String(exercise.answer), reasons: [exercise.why.true, exercise.why.false] };
    case 'SHORT_TEXT': {
      // One form a line; the rare form of several lines goes with `more`.
      const isPlain = exercise.accept.length > 0 && !exercise.accept.some((form) => /[\r\n]/.test(form));
      return isPlain ? { fields: ['accept'], answer: exercise.accept.join('\n') } : { fields: [] };
    }
    case 'NUMERIC':
      return { fields: ['answer'], answer: String(exercise.answer) };
    case 'ORDERING':
      return { fields: ['items'], options: exercise.items.map(({ text }) => text), more: idsOf(exercise.items) };
    default:
      return { fields: [] };
  }
}

/** Ids are told unless they are the usual `a`, `b`, `c`. */
function idsOf(items: readonly { readonly id: string }[]): ExerciseRow['more'] {
  const ids = items.map(({ id }) => id);
  return ids.every((id, at) => id === usualId(at)) ? {} : { ids };
}

export const usualId = (at: number): string => (at < 26 ? String.fromCharCode(97 + at) : `o${at + 1}`);
