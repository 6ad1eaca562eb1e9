import { fail, type Result } from '../../../core/result.ts';
import type { ImportedExercise } from '../imported.ts';
import type { Span } from './span.ts';
import type { Format, Notes } from './words.ts';

/** A question taken apart, its answers not yet read. */
export interface Question {
  /** Markdown, with the gap where words are missing. */
  readonly prompt: string;
  /** Markdown of the general feedback; empty where there is none. */
  readonly explanation: string;
  /** Of the question's text; answers without a mark have it too. */
  readonly format: Format;
  /** What stands between the braces, without the general feedback. */
  readonly answers: Span;
  /** Gathers what is lost, or was taken by guess. */
  readonly notes: Notes;
}

/** Why a question cannot be taken: what was expected and is not there, in plain words. */
export interface Unreadable {
  readonly type: 'Unreadable';
  readonly reason: string;
}
export type Reading = Result<ImportedExercise, Unreadable>;

export const unreadable = (reason: string) => fail<Unreadable>({ type: 'Unreadable', reason });

export const baseOf = ({ prompt, explanation }: Question) => ({
  prompt,
  ...(explanation === '' ? {} : { explanation }),
  hints: [],
});

/** Words of the author's for the report. */
export const quoted = (words: string): string => {
  const plain = words.replace(/\s+/g, ' ').trim();
  return `“${plain.length > 60 ? `${plain.slice(0, 60).trimEnd()}…` : plain}”`;
};

/** `a` to `z`, then `o27`. */
export const optionId = (index: number): string => (index < 26 ? String.fromCharCode(97 + index) : `o${index + 1}`);

/** What cannot be graded by rule without grading something wrongly. */
export function selfJudged(question: Question, sample: string, why: string): ImportedExercise {
  question.notes.add(why);
  return {
    type: 'FREE_FORM',
    ...baseOf(question),
    rubric: { criteria: [CRITERION], sample: sample === '' ? NO_SAMPLE : sample },
  };
}

const CRITERION = 'It answers what is asked, whole and right.';
const NO_SAMPLE = 'The author gave no sample answer.';
