import { also, count, fields, flag, listOf, mapOf, nullable, number, oneOf, text, words, type Check } from '../../checks.ts';
import { DifficultyLevel } from '../../models/enums.ts';
import type { CodeFiles, Item, Mistake, Option, TextRules } from '../../models/exercise.ts';
import { row, timestamps } from '../fields.ts';

/** What exercises of every type share. */
export const base = {
  ...row,
  ...timestamps,
  lessonId: words,
  difficulty: oneOf(DifficultyLevel),
  prompt: words,
  explanation: text,
  hints: listOf(words),
  points: count,
  order: number,
  isRequired: flag,
  rev: count,
  objectives: listOf(words),
  variantOf: nullable(words),
};

export const mistakes = listOf(fields<Mistake>({ answer: text, say: words }));

export const codeFiles = also<CodeFiles>(
  mapOf(text),
  '',
  'must hold at least one file',
  (files) => Object.keys(files).length > 0,
);

interface Program {
  readonly files: CodeFiles;
  readonly entry: string;
}
/** Files, and which of them runs. */
export const program = also(
  fields<Program>({ files: codeFiles, entry: words }),
  '',
  'must hold the file that it names as its entry',
  ({ files, entry }) => Object.hasOwn(files, entry),
);

/** A list of things with ids, no two alike. */
export const listOfOwn = <R extends { readonly id: string }>(entry: Check<R>, atLeast: number): Check<readonly R[]> =>
  also<readonly R[]>(listOf(entry, atLeast), '', 'must have ids that differ', (list) => areUnique(idsOf(list)));

export const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map((entry) => entry.id);
export const areUnique = (list: readonly string[]): boolean => new Set(list).size === list.length;

export const options = (atLeast: number): Check<readonly Option[]> =>
  listOfOwn(fields<Option>({ id: words, text: words, why: text }), atLeast);
export const items = (atLeast: number): Check<readonly Item[]> =>
  listOfOwn(fields<Item>({ id: words, text: words }), atLeast);

/** The fields of rules by which a few words are accepted. */
export const textRules = { accepted: listOf(words), patterns: listOf(words), caseSensitive: flag };
export const acceptsSomething = (rules: TextRules): boolean => rules.accepted.length + rules.patterns.length > 0;
export const ACCEPTS_SOMETHING = 'must come with at least one rule that can accept an answer';
