import type { Answer } from '../../../db/models/exercise-attempt.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import { grade } from '../../core/grading/grade.ts';
import { promised, type Promised } from '../../packs/source/lint-by-grading.ts';
import type { ProofFinding } from './finding.ts';

/** Every key is graded right, and what is wrong by the nature of its type is graded wrong. */
export function proveAnswers(exercise: Exercise): ProofFinding[] {
  const verdictOf = (answer: Answer): string => grade(exercise, answer, null).verdict;
  const keys = promised(exercise).filter(({ answer }) => verdictOf(answer) !== 'PASSED');
  const wrong = wrongAnswers(exercise).filter(({ answer }) => verdictOf(answer) === 'PASSED');
  return [
    ...keys.map(({ path }) => ({ what: 'key', path, expected: 'a key that is graded right', found: 'one that is not' }) as const),
    ...wrong.map(({ path, words }) => ({ what: 'wrong answer', path, expected: `that ${words} is graded wrong`, found: 'that it passes' }) as const),
  ];
}

interface Wrong extends Promised {
  /** What it is, for the finding. */
  readonly words: string;
}

/** Answers that nobody can mean to be right: every wrong option, a part left out, nothing at all. Code is run elsewhere. */
function wrongAnswers(exercise: Exercise): Wrong[] {
  switch (exercise.type) {
    case 'MULTIPLE_CHOICE': {
      const { type, answerKey } = exercise;
      const others = exercise.options.map(({ id }, i) => ({ id, i })).filter(({ id }) => id !== answerKey.optionId);
      return others.map(({ id, i }) => ({ answer: { type, optionId: id }, path: ['options', i], words: `the option \`${id}\`` }));
    }
    case 'MULTI_SELECT': {
      const { type, answerKey: { optionIds: right } } = exercise;
      return exercise.options.map(({ id }, i) => ({
        answer: { type, optionIds: right.includes(id) ? right.filter((other) => other !== id) : [...right, id] },
        path: ['options', i],
        words: right.includes(id) ? `an answer without \`${id}\`` : `an answer with \`${id}\``,
      }));
    }
    case 'TRUE_FALSE': {
      const { type, answerKey } = exercise;
      return [{ answer: { type, value: !answerKey.value }, path: ['answer'], words: `\`${String(!answerKey.value)}\`` }];
    }
    case 'FREE_FORM':
      return exercise.answerKey.kind === 'rubric' ? [] : [{ answer: { type: exercise.type, text: '' }, path: [], words: NOTHING }];
    case 'SHORT_TEXT':
    case 'NUMERIC':
      return [{ answer: { type: exercise.type, text: '' }, path: [], words: NOTHING }];
    case 'PREDICT_OUTPUT': {
      const { type, answerKey } = exercise;
      return [{ answer: { type, text: `${answerKey.stdout.trimEnd()}\n?` }, path: ['stdout'], words: 'an output of one more line' }];
    }
    case 'PARSONS': {
      const { type, answerKey } = exercise;
      const lacking = answerKey.orders.map((order, i) => ({ lines: order.slice(0, -1), i }));
      return lacking.map(({ lines, i }) => ({ answer: { type, lines }, path: ['orders', i], words: 'an order without its last line' }));
    }
    case 'FILL_BLANKS': {
      const { type, answerKey } = exercise;
      const filled = Object.fromEntries(answerKey.blanks.map(({ id, accepted }) => [id, accepted[0] ?? '']));
      return answerKey.blanks.map(({ id }, i) => ({
        answer: { type, blanks: { ...filled, [id]: '' } },
        path: ['blanks', i],
        words: `an empty \`${id}\``,
      }));
    }
    case 'MATCHING': {
      const { type, answerKey: { pairs }, options } = exercise;
      return options.left.flatMap(({ id }, i) =>
        options.right
          .filter((right) => right.id !== pairs[id])
          .map((right): Wrong => ({ answer: { type, pairs: { ...pairs, [id]: right.id } }, path: ['left', i], words: `\`${id}\` with \`${right.id}\`` })),
      );
    }
    case 'ORDERING': {
      const { type, answerKey: { orders } } = exercise;
      const isRight = (order: readonly string[]): boolean => orders.some((right) => right.join('\n') === order.join('\n'));
      const turned = orders.map((order, i) => ({ itemIds: order.toReversed(), i })).filter(({ itemIds }) => !isRight(itemIds));
      return turned.map(({ itemIds, i }) => ({ answer: { type, itemIds }, path: ['orders', i], words: 'the order from behind' }));
    }
    case 'CODE_COMPLETION':
    case 'FIX_BUG':
      return [];
  }
}

const NOTHING = 'an empty answer';
