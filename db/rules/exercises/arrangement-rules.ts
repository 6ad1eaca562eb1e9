import { also, count, exactly, fields, flag, listOf, mapOf, nothing, nullable, oneOf, words } from '../../checks.ts';
import { CodeLanguage } from '../../models/enums.ts';
import type {
  Blank,
  FillBlanksExercise,
  MatchingExercise,
  OrderingExercise,
  ParsonsBlock,
  ParsonsExercise,
  ParsonsLine,
} from '../../models/exercise.ts';
import { ACCEPTS_SOMETHING, acceptsSomething, areUnique, base, idsOf, items, listOfOwn, textRules } from './shared.ts';

type Ids = readonly string[];
const isSubset = (some: Ids, all: Ids): boolean => some.every((id) => all.includes(id));

export const parsonsLine = fields<ParsonsLine>({ blockId: words, indent: count });

export const parsons = also(
  fields<ParsonsExercise>({
    ...base,
    type: exactly('PARSONS'),
    language: oneOf(CodeLanguage),
    options: listOfOwn(fields<ParsonsBlock>({ id: words, code: words }), 2),
    answerKey: fields<ParsonsExercise['answerKey']>({ orders: listOf(listOf(parsonsLine, 1), 1), indented: flag }),
    starter: nothing,
    tests: nothing,
  }),
  'answerKey',
  'must use blocks that are there, each once in an order',
  ({ options, answerKey }) =>
    answerKey.orders.every((order) => {
      const used = order.map((line) => line.blockId);
      return areUnique(used) && isSubset(used, idsOf(options));
    }),
);

const choices = also<Ids>(listOf(words, 2), '', 'must differ', areUnique);
const blank = also(
  fields<Blank>({ ...textRules, id: words, choices: nullable(choices) }),
  'accepted',
  ACCEPTS_SOMETHING,
  acceptsSomething,
);

export const fillBlanks = also(
  fields<FillBlanksExercise>({
    ...base,
    type: exactly('FILL_BLANKS'),
    options: fields<FillBlanksExercise['options']>({ text: words, language: nullable(oneOf(CodeLanguage)) }),
    answerKey: fields({ blanks: listOfOwn(blank, 1) }),
    starter: nothing,
    tests: nothing,
  }),
  'options',
  'must show each blank of the key exactly once, as {{id}}',
  ({ options: { text }, answerKey }) => answerKey.blanks.every(({ id }) => text.split(`{{${id}}}`).length === 2),
);

export const matching = also(
  fields<MatchingExercise>({
    ...base,
    type: exactly('MATCHING'),
    options: fields<MatchingExercise['options']>({ left: items(1), right: items(2) }),
    answerKey: fields({ pairs: mapOf(words) }),
    starter: nothing,
    tests: nothing,
  }),
  'answerKey',
  'must give each item on the left one that stands on the right',
  ({ options: { left, right }, answerKey: { pairs } }) =>
    Object.keys(pairs).sort().join('\n') === idsOf(left).sort().join('\n') && isSubset(Object.values(pairs), idsOf(right)),
);

export const ordering = also(
  fields<OrderingExercise>({
    ...base,
    type: exactly('ORDERING'),
    options: items(2),
    answerKey: fields({ orders: listOf(listOf(words), 1) }),
    starter: nothing,
    tests: nothing,
  }),
  'answerKey',
  'must hold every item exactly once in each order',
  ({ options, answerKey }) =>
    answerKey.orders.every((order) => order.length === options.length && areUnique(order) && isSubset(order, idsOf(options))),
);
