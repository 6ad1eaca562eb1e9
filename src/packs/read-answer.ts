import type { Answer } from '../../db/models/exercise-attempt.ts';
import type { Exercise, ParsonsLine } from '../../db/models/exercise.ts';
import { isRecord } from '../core/json.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { lineOf } from './source/arrangement-parts.ts';

export interface BadAnswer {
  readonly type: 'BadAnswer';
  /** What an answer to this exercise looks like. */
  readonly message: string;
}

/**
 * An answer as people and scripts write it in JSON. The app's own form (`{ type, optionId }` …) and shorter ones: an
 * option, item or block by its id or its words; a list of them; true or false; a text or a number; an object from each
 * blank or left item to its answer; code as the text of the entry file, or an object of files.
 */
export function readAnswer(exercise: Exercise, value: unknown): Result<Answer, BadAnswer> {
  const answer = answerOf(exercise, value);
  return answer === null ? fail({ type: 'BadAnswer', message: `an answer to ${exercise.type} is ${LOOKS[exercise.type]}` }) : ok(answer);
}

const LOOKS: { readonly [T in Exercise['type']]: string } = {
  MULTIPLE_CHOICE: "an option's id or words",
  MULTI_SELECT: "a list of options' ids or words",
  TRUE_FALSE: 'true or false',
  FREE_FORM: 'a text',
  SHORT_TEXT: 'a text',
  NUMERIC: 'a number, or a text with its unit',
  PREDICT_OUTPUT: 'a text',
  PARSONS: 'a list of blocks, `id@2` for two levels of indentation',
  FILL_BLANKS: "an object from each blank's id to its text, or a list of texts",
  MATCHING: 'an object from each left item to its right one, by id or words',
  ORDERING: "a list of items' ids or words",
  CODE_COMPLETION: 'the text of the file, or an object of files',
  FIX_BUG: 'the text of the file, or an object of files',
};

function answerOf(exercise: Exercise, given: unknown): Answer | null {
  const { type } = exercise;
  switch (type) {
    case 'MULTIPLE_CHOICE': {
      const optionId = idIn(exercise.options, field(given, 'optionId'));
      return optionId === null ? null : { type, optionId };
    }
    case 'MULTI_SELECT': {
      const optionIds = idsIn(exercise.options, field(given, 'optionIds'));
      return optionIds === null ? null : { type, optionIds };
    }
    case 'TRUE_FALSE': {
      const value = field(given, 'value');
      const text = String(value).toLowerCase();
      return text === 'true' || text === 'false' ? { type, value: text === 'true' } : null;
    }
    case 'FREE_FORM':
    case 'SHORT_TEXT':
    case 'NUMERIC':
    case 'PREDICT_OUTPUT': {
      const text = field(given, 'text');
      return typeof text === 'string' || typeof text === 'number' ? { type, text: String(text) } : null;
    }
    case 'PARSONS': {
      const lines = linesOf(field(given, 'lines'));
      return lines === null ? null : { type, lines };
    }
    case 'FILL_BLANKS': {
      const ids = exercise.answerKey.blanks.map(({ id }) => id);
      const blanks = isRecord(given) && isRecord(given.blanks) && !ids.includes('blanks') ? given.blanks : given;
      const texts = Array.isArray(blanks) || typeof blanks === 'string' ? Object.fromEntries([blanks].flat().map((text, i) => [ids[i] ?? '', text])) : blanks;
      return isTexts(texts) ? { type, blanks: texts } : null;
    }
    case 'MATCHING': {
      const pairs = pairsOf(exercise.options, field(given, 'pairs'));
      return pairs === null ? null : { type, pairs };
    }
    case 'ORDERING': {
      const itemIds = idsIn(exercise.options, field(given, 'itemIds'));
      return itemIds === null ? null : { type, itemIds };
    }
    case 'CODE_COMPLETION':
    case 'FIX_BUG': {
      const { files, entry } = exercise.starter;
      const own = isRecord(given) && isRecord(given.files) ? given.files : given;
      if (typeof own === 'string') return { type, files: { ...files, [entry]: own } };
      return isTexts(own) ? { type, files: { ...files, ...own } } : null;
    }
  }
}

interface Named {
  readonly id: string;
  readonly text: string;
}

/** By id, else by its words as they are written, else by what they show. */
function idIn(list: readonly Named[], given: unknown): string | null {
  if (typeof given !== 'string' && typeof given !== 'number') return null;
  const text = String(given);
  const found =
    list.find(({ id }) => id === text) ??
    list.find((one) => one.text === text) ??
    list.find((one) => [squeezed(text), shown(text)].includes(shown(one.text)));
  return found?.id ?? null;
}

function idsIn(list: readonly Named[], given: unknown): string[] | null {
  if (!Array.isArray(given)) return null;
  const ids = given.map((one: unknown) => idIn(list, one));
  return ids.every((id) => id !== null) ? ids : null;
}

/** Markdown's escapes and marks aside. */
const shown = (text: string): string => squeezed(text.replace(/\\([!-/:-@[-`{-~])|[*_`]/g, '$1'));
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

function pairsOf({ left, right }: { readonly left: readonly Named[]; readonly right: readonly Named[] }, given: unknown): { [leftId: string]: string } | null {
  const entries: unknown[] | null = Array.isArray(given) ? given : isRecord(given) ? Object.entries(given) : null;
  if (entries === null) return null;
  const pairs: Record<string, string> = {};
  for (const entry of entries) {
    const [from, to] = Array.isArray(entry) ? (entry as unknown[]) : [];
    const [leftId, rightId] = [idIn(left, from), idIn(right, to)];
    if (leftId === null || rightId === null) return null;
    pairs[leftId] = rightId;
  }
  return pairs;
}

function linesOf(given: unknown): ParsonsLine[] | null {
  if (!Array.isArray(given)) return null;
  const lines = given.map((one: unknown): ParsonsLine | null => {
    if (typeof one === 'string') return lineOf(one);
    return isRecord(one) && typeof one.blockId === 'string' ? { blockId: one.blockId, indent: typeof one.indent === 'number' ? one.indent : 0 } : null;
  });
  return lines.every((line) => line !== null) ? lines : null;
}

const isTexts = (value: unknown): value is Record<string, string> => isRecord(value) && Object.values(value).every((text) => typeof text === 'string');
const field = (given: unknown, name: string): unknown => (isRecord(given) && Object.hasOwn(given, name) ? given[name] : given);
