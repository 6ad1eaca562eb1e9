import * as v from 'valibot';
import { isRecord } from '../../../core/json.ts';
import type { CourseDoc } from '../../course-doc.ts';
import { categoryPath } from '../../import/gift/category.ts';
import { idComment } from '../../import/gift/comments.ts';
import { importGift } from '../../import/gift/import-gift.ts';
import { fingerprint, FREE_FIELDS, keptComment, type Kept } from '../../import/gift/kept.ts';
import type { ImportedExercise } from '../../import/imported.ts';
import { importedShape, type ExerciseSource } from '../../source/exercise-shapes.ts';
import { escaped } from './gift-text.ts';
import { writeQuestion } from './write-question.ts';

export interface GiftExport {
  /** All lessons, a category each. */
  readonly gift: string;
  /** Exercises, and words of lessons under the lesson's id, that GIFT cannot hold. */
  readonly left: readonly { readonly id: string; readonly reason: string }[];
}

/**
 * A course as GIFT for Moodle. What GIFT has no place for (hints, ids of options …) is kept in comments, so that importing
 * the text gives the very same exercises: each is read back before it is let out.
 */
export function exportGift(doc: CourseDoc): GiftExport {
  const left: { id: string; reason: string }[] = [];
  const lessons = doc.lessons.map(({ head, content, exercises }) => {
    const words = content.trim() === '' ? [] : [`[markdown]${escaped(content)}`];
    const isKept = words.length === 0 || wordsIn(words.join('')) === content.trim();
    if (!isKept) left.push({ id: head.id, reason: 'GIFT cannot hold all words of the lesson, or its pictures' });
    const questions = exercises.flatMap((source) => {
      const { gift, reason } = written(source);
      if (gift === null) left.push({ id: source.id, reason });
      return gift ?? [];
    });
    return [`$CATEGORY: ${categoryPath(head.title)}`, ...(isKept ? words : []), ...questions].join('\n\n');
  });
  return { gift: `${lessons.join('\n\n\n')}\n`, left };
}

interface Written {
  readonly gift: string | null;
  /** Empty where there is `gift`. */
  readonly reason: string;
}

function written(source: ExerciseSource): Written {
  const question = writeQuestion(source);
  if (!question.ok) return { gift: null, reason: question.error.reason };
  const id = idComment(source.id);
  const plain = readBack(`${id}\n${question.value}`);
  if (plain === null) return { gift: null, reason: UNHELD };
  const kept = keptOf(source, plain);
  const gift = kept === null ? `${id}\n${question.value}` : `${id}\n${keptComment(kept)}\n${question.value}`;
  const again = readBack(gift);
  const isSame = again !== null && (isFree(source, plain) || isAlike(source, plain)) && told(fieldsOf(whole(again))) === told(fieldsOf(source));
  return isSame ? { gift, reason: '' } : { gift: null, reason: UNHELD };
}

const UNHELD = 'GIFT cannot hold its words, or pictures among them, without changing them';

function readBack(gift: string): ImportedExercise | null {
  const read = importGift(gift, 'export');
  const items = read.ok ? read.value.lessons.flatMap((lesson) => lesson.items) : [];
  return items.length === 1 ? (items[0]?.exercise ?? null) : null;
}

function wordsIn(gift: string): string | null {
  const read = importGift(gift, 'export');
  return read.ok ? (read.value.lessons[0]?.content ?? null) : null;
}

/** What is missing in, or more than, what the bare question says; null where it says it all. */
function keptOf(source: ExerciseSource, plain: ImportedExercise): Kept | null {
  const [own, read] = [fieldsOf(source), fieldsOf(whole(plain))];
  const changed = Object.entries(own).filter(([field, value]) => told(value) !== told(read[field]));
  const free = changed.filter(([field]) => FREE_FIELDS.includes(field));
  const set = changed.filter(([field]) => !FREE_FIELDS.includes(field));
  const drop = Object.keys(plain).filter((field) => own[field] === undefined);
  if (changed.length === 0 && drop.length === 0) return null;
  const form = set.length === 0 && drop.length === 0 ? null : { of: fingerprint(plain), set: Object.fromEntries(set), drop };
  return { free: Object.fromEntries(free), form };
}

/** Types that GIFT knows by another name. */
const isFree = ({ type }: ExerciseSource, plain: ImportedExercise): boolean =>
  type === 'FREE_FORM' || (type === 'FILL_BLANKS' && (plain.type === 'SHORT_TEXT' || plain.type === 'MULTIPLE_CHOICE'));

/** The bare question itself asks and grades the same, ids and order of items aside. */
const isAlike = (source: ExerciseSource, plain: ImportedExercise): boolean => told(asked(source)) === told(asked(whole(plain)));

function asked(source: ExerciseSource): unknown {
  switch (source.type) {
    case 'MULTIPLE_CHOICE':
    case 'MULTI_SELECT':
      return [source.type, source.prompt, source.options.map(({ text, why, correct }) => [text, why, correct])];
    case 'MATCHING': {
      const wordsOf = (id: string) => source.right.find((item) => item.id === id)?.text;
      return [source.type, source.prompt, source.left.map(({ text, match }) => [text, wordsOf(match)]), source.right.map(({ text }) => text.trim()).sort()];
    }
    case 'NUMERIC':
      return [source.type, source.prompt, source.answer, Math.max(source.absolute, source.relative * Math.abs(source.answer))];
    default:
      return { ...fieldsOf(source), ...Object.fromEntries(FREE_FIELDS.map((field) => [field, null])) };
  }
}

function whole(exercise: ImportedExercise): ExerciseSource {
  return v.parse(importedShape, { ...exercise, id: 'x', source: { format: 'gift' } });
}

/** Without what an importer leaves to others, and what is said of its lesson. */
const fieldsOf = (source: ExerciseSource): { readonly [field: string]: unknown } =>
  Object.fromEntries(Object.entries(source).filter(([field, value]) => !['id', 'rev', 'source', 'objectives'].includes(field) && value !== undefined));

/** White space around words does not count, nor does the order of fields. */
const told = (value: unknown): string => JSON.stringify([sorted(value)]);

function sorted(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined && field !== '');
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, sorted(field)]));
}
