import type { DraftAnswer } from '../../../db/models/draft.ts';
import type { Answer } from '../../../db/models/exercise-attempt.ts';
import type { CodeFiles, Exercise } from '../../../db/models/exercise.ts';
import { emptyAnswer } from '../../services/save-draft.ts';

/** The answer to begin with: what was kept, if it still fits the exercise. Files the author added since are there too. */
export function answerToStartWith(exercise: Exercise, kept: DraftAnswer | null): DraftAnswer {
  const empty = emptyAnswer(exercise);
  if (kept?.type !== exercise.type) return empty;
  if (kept.type === 'CODE_COMPLETION' && empty.type === 'CODE_COMPLETION') {
    return { ...kept, files: { ...empty.files, ...kept.files } };
  }
  return kept;
}

/** A whole answer, or null while something is still open. Code and text are whole as soon as there is any. */
export function wholeAnswer(draft: DraftAnswer): Answer | null {
  switch (draft.type) {
    case 'MULTIPLE_CHOICE':
      return draft.optionId === null ? null : { type: draft.type, optionId: draft.optionId };
    case 'TRUE_FALSE':
      return draft.value === null ? null : { type: draft.type, value: draft.value };
    case 'FREE_FORM':
      return draft.text.trim() === '' ? null : draft;
    case 'CODE_COMPLETION':
      return draft;
  }
}

export function isSameAnswer(a: DraftAnswer, b: DraftAnswer): boolean {
  if (a.type === 'MULTIPLE_CHOICE') return b.type === a.type && a.optionId === b.optionId;
  if (a.type === 'TRUE_FALSE') return b.type === a.type && a.value === b.value;
  if (a.type === 'FREE_FORM') return b.type === a.type && a.text === b.text;
  return b.type === a.type && isSameFiles(a.files, b.files);
}

const isSameFiles = (a: CodeFiles, b: CodeFiles): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => a[name] === b[name]);

/** The id of the option an answer chose; true and false have options too, for their reasons. */
export function chosenOption(answer: DraftAnswer): string | null {
  if (answer.type === 'MULTIPLE_CHOICE') return answer.optionId;
  return answer.type === 'TRUE_FALSE' && answer.value !== null ? String(answer.value) : null;
}

/** An answer as text, to be read and compared: code by file, a choice by the words of its option. */
export function answerText(exercise: Exercise, answer: DraftAnswer): string {
  if (answer.type === 'FREE_FORM') return answer.text;
  if (answer.type === 'CODE_COMPLETION') {
    const files = Object.entries(answer.files);
    return files.length === 1 ? (files[0]?.[1] ?? '') : files.map(([name, text]) => `${name}\n${text}`).join('\n\n');
  }
  return exercise.options?.find(({ id }) => id === chosenOption(answer))?.text ?? '';
}
