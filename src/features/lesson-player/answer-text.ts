import type { DraftAnswer } from '../../../db/models/draft.ts';
import type { CodeFiles, Exercise } from '../../../db/models/exercise.ts';
import { linesText } from '../../core/parsons-text.ts';
import { chosenOption } from './answers.ts';
import { isChoiceExercise } from './choice-exercise.ts';

/** An answer as text, to be read and compared: code by file, a choice by the words of its option, parts line by line. */
export function answerText(exercise: Exercise, answer: DraftAnswer): string {
  switch (answer.type) {
    case 'FREE_FORM':
    case 'SHORT_TEXT':
    case 'NUMERIC':
    case 'PREDICT_OUTPUT':
      return answer.text;
    case 'CODE_COMPLETION':
    case 'FIX_BUG':
      return filesText(answer.files);
    case 'MULTIPLE_CHOICE':
    case 'TRUE_FALSE':
      return isChoiceExercise(exercise) ? wordsOf(exercise.options, chosenOption(answer)) : '';
    case 'MULTI_SELECT':
      if (exercise.type !== answer.type) return '';
      return exercise.options.filter(({ id }) => answer.optionIds.includes(id)).map(({ text }) => text).join('\n');
    case 'PARSONS':
      return exercise.type === answer.type ? linesText(exercise.options, answer.lines, exercise.language) : '';
    case 'FILL_BLANKS':
      return exercise.type === answer.type ? filledText(exercise.options.text, (id) => answer.blanks[id] ?? '') : '';
    case 'MATCHING': {
      if (exercise.type !== answer.type) return '';
      const { left, right } = exercise.options;
      return left.map(({ id, text }) => `${text} → ${wordsOf(right, answer.pairs[id] ?? null)}`).join('\n');
    }
    case 'ORDERING':
      if (exercise.type !== answer.type) return '';
      return answer.itemIds.map((id, index) => `${index + 1}. ${wordsOf(exercise.options, id)}`).join('\n');
  }
}

const wordsOf = (items: readonly { readonly id: string; readonly text: string }[], id: string | null): string =>
  items.find((item) => item.id === id)?.text ?? '';

function filesText(files: CodeFiles): string {
  const all = Object.entries(files);
  return all.length === 1 ? (all[0]?.[1] ?? '') : all.map(([name, text]) => `${name}\n${text}`).join('\n\n');
}

/** Where a blank stands in a text with blanks. */
const BLANK = /\{\{([^{}]+)\}\}/g;

/** A text with blanks, each by what `fill` says of it; one left open is drawn as a line. */
export const filledText = (text: string, fill: (id: string) => string): string =>
  text.replace(BLANK, (_, id: string) => fill(id) || '____');
