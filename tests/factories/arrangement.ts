import type {
  FillBlanksExercise,
  MatchingExercise,
  OrderingExercise,
  ParsonsExercise,
} from '../../db/models/exercise.ts';
import type { New } from '../../db/models/row.ts';
import { exerciseBase, type Own } from './exercise-base.ts';

/** A loop that prints a sum; `total = 1` is a distractor. */
export const makeParsons = (own: Own<ParsonsExercise>): New<ParsonsExercise> => ({
  ...exerciseBase(),
  type: 'PARSONS',
  language: 'python',
  options: [
    { id: 'start', code: 'total = 0' },
    { id: 'loop', code: 'for n in numbers:' },
    { id: 'add', code: 'total += n' },
    { id: 'print', code: 'print(total)' },
    { id: 'wrong', code: 'total = 1' },
  ],
  answerKey: { orders: [[line('start'), line('loop'), line('add', 1), line('print')]], indented: true },
  starter: null,
  tests: null,
  ...own,
});

const line = (blockId: string, indent = 0) => ({ blockId, indent });

/** One blank to type, one to pick. */
export const makeFillBlanks = (own: Own<FillBlanksExercise>): New<FillBlanksExercise> => ({
  ...exerciseBase(),
  type: 'FILL_BLANKS',
  options: { text: 'for n {{word}} range({{end}}):\n    print(n)\n', language: 'python' },
  answerKey: {
    blanks: [
      { id: 'word', accepted: ['in'], patterns: [], caseSensitive: true, choices: null },
      { id: 'end', accepted: ['3'], patterns: [], caseSensitive: true, choices: ['2', '3', '4'] },
    ],
  },
  starter: null,
  tests: null,
  ...own,
});

/** `2` serves twice, `none` not at all. */
export const makeMatching = (own: Own<MatchingExercise>): New<MatchingExercise> => ({
  ...exerciseBase(),
  type: 'MATCHING',
  options: {
    left: [item('a', '`1 + 1`'), item('b', '`2 * 1`'), item('c', '`4 - 1`')],
    right: [item('2', 'two'), item('3', 'three'), item('none', 'an error')],
  },
  answerKey: { pairs: { a: '2', b: '2', c: '3' } },
  starter: null,
  tests: null,
  ...own,
});

/** The middle two may be swapped. */
export const makeOrdering = (own: Own<OrderingExercise>): New<OrderingExercise> => ({
  ...exerciseBase(),
  type: 'ORDERING',
  options: [item('eat', 'Eat'), item('boil', 'Boil water'), item('cut', 'Cut the vegetables'), item('cook', 'Cook them')],
  answerKey: { orders: [['boil', 'cut', 'cook', 'eat'], ['cut', 'boil', 'cook', 'eat']] },
  starter: null,
  tests: null,
  ...own,
});

const item = (id: string, text: string) => ({ id, text });
