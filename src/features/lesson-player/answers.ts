import type { DraftAnswer } from '../../../db/models/draft.ts';
import type { Answer } from '../../../db/models/exercise-attempt.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import { emptyAnswer } from '../../services/save-draft.ts';

/** The answer to begin with: what was kept, as far as it still fits the exercise. Files the author added since are there too. */
export function answerToStartWith(exercise: Exercise, kept: DraftAnswer | null): DraftAnswer {
  const empty = emptyAnswer(exercise);
  if (kept?.type !== exercise.type) return empty;
  if (kept.type === 'CODE_COMPLETION' || kept.type === 'FIX_BUG') {
    return empty.type === kept.type ? { ...kept, files: { ...empty.files, ...kept.files } } : empty;
  }
  if (kept.type === 'MULTI_SELECT' && exercise.type === kept.type) {
    return { ...kept, optionIds: kept.optionIds.filter((id) => has(exercise.options, id)) };
  }
  if (kept.type === 'PARSONS' && exercise.type === kept.type) {
    return { ...kept, lines: kept.lines.filter(({ blockId }) => has(exercise.options, blockId)) };
  }
  if (kept.type === 'ORDERING' && exercise.type === kept.type) {
    const still = kept.itemIds.filter((id) => has(exercise.options, id));
    const added = exercise.options.filter(({ id }) => !still.includes(id)).map(({ id }) => id);
    return { ...kept, itemIds: still.length === 0 ? [] : [...still, ...added] };
  }
  if (kept.type === 'MATCHING' && exercise.type === kept.type) {
    const { left, right } = exercise.options;
    const pairs = Object.entries(kept.pairs).filter(([from, to]) => has(left, from) && has(right, to));
    return { ...kept, pairs: Object.fromEntries(pairs) };
  }
  return kept;
}

const has = (items: readonly { readonly id: string }[], id: string): boolean => items.some((item) => item.id === id);

/** A whole answer, or null while something is still open. Code and text are whole as soon as there is any. */
export function wholeAnswer(exercise: Exercise, draft: DraftAnswer): Answer | null {
  return openParts(exercise, draft) === 0 ? answerOf(draft) : null;
}

/** How many parts of an answer are still open; an answer without parts is one. */
export function openParts(exercise: Exercise, draft: DraftAnswer): number {
  switch (draft.type) {
    case 'MULTIPLE_CHOICE':
      return draft.optionId === null ? 1 : 0;
    case 'TRUE_FALSE':
      return draft.value === null ? 1 : 0;
    case 'FREE_FORM':
    case 'SHORT_TEXT':
    case 'NUMERIC':
    case 'PREDICT_OUTPUT':
      return draft.text.trim() === '' ? 1 : 0;
    case 'CODE_COMPLETION':
    case 'FIX_BUG':
      return 0;
    case 'MULTI_SELECT':
      return draft.optionIds.length === 0 ? 1 : 0;
    case 'PARSONS':
      return draft.lines.length === 0 ? 1 : 0;
    case 'ORDERING':
      return draft.itemIds.length === 0 ? 1 : 0;
    case 'FILL_BLANKS':
      return exercise.type === draft.type
        ? exercise.answerKey.blanks.filter(({ id }) => (draft.blanks[id] ?? '').trim() === '').length
        : 1;
    case 'MATCHING':
      return exercise.type === draft.type ? exercise.options.left.filter(({ id }) => draft.pairs[id] === undefined).length : 1;
  }
}

function answerOf(draft: DraftAnswer): Answer | null {
  if (draft.type === 'MULTIPLE_CHOICE') return draft.optionId === null ? null : { type: draft.type, optionId: draft.optionId };
  if (draft.type === 'TRUE_FALSE') return draft.value === null ? null : { type: draft.type, value: draft.value };
  return draft;
}

export function isSameAnswer(a: DraftAnswer, b: DraftAnswer): boolean {
  if (a.type !== b.type) return false;
  // The order of the keys, and of what was ticked first, says nothing.
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function inOrder(answer: DraftAnswer): unknown {
  switch (answer.type) {
    case 'MULTI_SELECT':
      return [...answer.optionIds].sort();
    case 'PARSONS':
      return answer.lines.map(({ blockId, indent }) => [blockId, indent]);
    case 'ORDERING':
      return answer.itemIds;
    case 'CODE_COMPLETION':
    case 'FIX_BUG':
      return sorted(answer.files);
    case 'FILL_BLANKS':
      return sorted(answer.blanks).filter(([, text]) => text !== '');
    case 'MATCHING':
      return sorted(answer.pairs);
    case 'MULTIPLE_CHOICE':
      return answer.optionId;
    case 'TRUE_FALSE':
      return answer.value;
    default:
      return answer.text;
  }
}

const sorted = (record: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** The id of the option an answer chose; true and false have options too, for their reasons. */
export function chosenOption(answer: DraftAnswer): string | null {
  if (answer.type === 'MULTIPLE_CHOICE') return answer.optionId;
  return answer.type === 'TRUE_FALSE' && answer.value !== null ? String(answer.value) : null;
}
