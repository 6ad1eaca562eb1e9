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
 * option, item or block by its id or its words; a list of them, or the only one; true or false; a text or a number; an
 * object from each blank or left item to its answer, or a list in their order; code as the text of the entry file, or an
 * object of files.
 */
export function readAnswer(exercise: Exercise, value: unknown): Result<Answer, BadAnswer> {
  const answer = answerOf(exercise, value);
  if (answer !== null) return ok(answer);
  return fail({ type: 'BadAnswer', message: `an answer to ${exercise.type} is ${LOOKS[exercise.type]}${choicesOf(exercise)}` });
}

const LOOKS: { readonly [T in Exercise['type']]: string } = {
  MULTIPLE_CHOICE: "an option's id or words",
  MULTI_SELECT: "a list of options' ids or words (or the only one)",
  TRUE_FALSE: 'true or false',
  FREE_FORM: 'a text',
  SHORT_TEXT: 'a text',
  NUMERIC: 'a number, or a text with its unit',
  PREDICT_OUTPUT: 'a text',
  PARSONS: 'a list of blocks, `id@2` for two levels of indentation',
  FILL_BLANKS: "an object from each blank's id to its text, or a list of texts",
  MATCHING: 'an object from each left item to its right one, by id or words, or a list of the right ones in order',
  ORDERING: "a list of items' ids or words",
  CODE_COMPLETION: 'the text of the file, or an object of files',
  FIX_BUG: 'the text of the file, or an object of files',
};

const MOST_SHOWN = 40;

/** What there is to choose from, so that a name that does not fit can be put right. */
function choicesOf(exercise: Exercise): string {
  const named = (list: readonly Named[]): string =>
    list.slice(0, 10).map(({ id, text }) => `${id} (${squeezed(text).slice(0, MOST_SHOWN)})`).join(', ') + (list.length > 10 ? ' …' : '');
  switch (exercise.type) {
    case 'MULTIPLE_CHOICE':
    case 'MULTI_SELECT':
    case 'ORDERING':
      return `: ${named(exercise.options)}`;
    case 'MATCHING':
      return `: ${named(exercise.options.left)} to ${named(exercise.options.right)}`;
    case 'FILL_BLANKS':
      return `: ${exercise.answerKey.blanks.map(({ id }) => id).join(', ')}`;
    default:
      return '';
  }
}

function answerOf(exercise: Exercise, given: unknown): Answer | null {
  const { type } = exercise;
  switch (type) {
    case 'MULTIPLE_CHOICE': {
      const optionId = idIn(exercise.options, lone(field(given, 'optionId')));
      return optionId === null ? null : { type, optionId };
    }
    case 'MULTI_SELECT': {
      const optionIds = idsIn(exercise.options, field(given, 'optionIds'));
      return optionIds === null ? null : { type, optionIds };
    }
    case 'TRUE_FALSE': {
      const text = String(lone(field(given, 'value'))).trim().toLowerCase();
      return TRUE.has(text) || FALSE.has(text) ? { type, value: TRUE.has(text) } : null;
    }
    case 'FREE_FORM':
    case 'SHORT_TEXT':
    case 'NUMERIC':
    case 'PREDICT_OUTPUT': {
      const text = textIn(lone(field(given, 'text')));
      return text === null ? null : { type, text };
    }
    case 'PARSONS': {
      const lines = linesOf(field(given, 'lines'));
      return lines === null ? null : { type, lines };
    }
    case 'FILL_BLANKS': {
      const ids = exercise.answerKey.blanks.map(({ id }) => id);
      const blanks = isRecord(given) && isRecord(given.blanks) && !ids.includes('blanks') ? given.blanks : given;
      const texts = isRecord(blanks) ? blanks : Object.fromEntries([blanks].flat().map((text, i) => [ids[i] ?? '', text]));
      const entries = Object.entries(texts).map(([id, text]) => [id, textIn(text)] as const);
      const isWhole = entries.every(([id, text]) => ids.includes(id) && text !== null);
      return isWhole ? { type, blanks: Object.fromEntries(entries.map(([id, text]) => [id, text ?? ''])) } : null;
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

const TRUE: ReadonlySet<string> = new Set(['true', 't', 'yes', '1']);
const FALSE: ReadonlySet<string> = new Set(['false', 'f', 'no', '0']);

/** The only one of a list. */
const lone = (given: unknown): unknown => (Array.isArray(given) && given.length === 1 ? (given as unknown[])[0] : given);
const textIn = (given: unknown): string | null =>
  typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean' ? String(given) : null;

interface Named {
  readonly id: string;
  readonly text: string;
}

/** By id, else by its words as they are written or shown, else by the first line of them, else by an id in capitals. */
function idIn(list: readonly Named[], given: unknown): string | null {
  const text = textIn(isRecord(given) ? given.id : given);
  // The letter before it in its file may have come along.
  return text === null ? null : (namedBy(list, text) ?? namedBy(list, text.replace(/^\s*\(?[A-Za-z0-9]{1,2}[.)]\s+(?=\S)/, '')));
}

function namedBy(list: readonly Named[], text: string): string | null {
  const found =
    list.find(({ id }) => id === text) ??
    list.find((one) => one.text === text) ??
    list.find((one) => [squeezed(text), shown(text)].includes(shown(one.text)));
  if (found !== undefined) return found.id;
  const [begun, ...others] = list.filter((one) => shown(one.text.trim().split('\n', 1)[0] ?? '') === shown(text));
  if (begun !== undefined) return others.length === 0 ? begun.id : null;
  return list.find(({ id }) => id.toLowerCase() === text.trim().toLowerCase())?.id ?? null;
}

/** A list, or the only one of it. */
function idsIn(list: readonly Named[], given: unknown): string[] | null {
  const ids = [given].flat().map((one: unknown) => idIn(list, one));
  return ids.every((id) => id !== null) ? ids : null;
}

const ENTITIES: { readonly [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' };

/** Markdown's escapes and marks, the addresses of links and the names of fences aside. */
const shown = (text: string): string =>
  squeezed(
    text
      .replace(/^\s*(?:`{3,}|~{3,})[\w-]*$/gm, '')
      .replace(/!?\[([^\]\n]{0,500})\]\([^()\s]{0,500}\)/g, '$1')
      .replace(/\\([!-/:-@[-`{-~])|\\(?=\n)|[*_`]/g, '$1')
      .replace(/&(lt|gt|amp|quot|nbsp);/g, (_, name: string) => ENTITIES[name] ?? ''),
  );
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

function pairsOf({ left, right }: { readonly left: readonly Named[]; readonly right: readonly Named[] }, given: unknown): { [leftId: string]: string } | null {
  const entries: unknown[] | null = Array.isArray(given) ? given : isRecord(given) ? Object.entries(given) : null;
  if (entries === null) return null;
  const pairs: Record<string, string> = {};
  const areRight = entries.length === left.length && entries.every((entry) => textIn(entry) !== null);
  for (const [i, entry] of entries.entries()) {
    const [from, to] = areRight ? [left[i]?.id, entry] : sidesOf(entry);
    const [leftId, rightId] = [idIn(left, from), idIn(right, to)];
    if (leftId === null || rightId === null) return null;
    pairs[leftId] = rightId;
  }
  return pairs;
}

/** `[left, right]` or `{ left, right }`. */
function sidesOf(entry: unknown): readonly unknown[] {
  if (isRecord(entry)) return [entry.left, entry.right];
  return Array.isArray(entry) ? (entry as unknown[]) : [];
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
