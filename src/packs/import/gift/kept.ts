import * as v from 'valibot';
import { isRecord, parseJson } from '../../../core/json.ts';
import { importedShape } from '../../source/exercise-shapes.ts';
import type { ImportedExercise } from '../imported.ts';
import { HORNBOOK } from './comments.ts';

/**
 * What our own export keeps in a comment, since GIFT has no place for it: `free` holds whatever is written in the file,
 * `form` only as long as the question is still read as `of` says.
 */
export interface Kept {
  readonly free: { readonly [field: string]: unknown };
  readonly form: { readonly of: string; readonly set: { readonly [field: string]: unknown }; readonly drop: readonly string[] } | null;
}

/** What says nothing about the answer. */
export const FREE_FIELDS: readonly string[] = ['hints', 'level', 'points', 'required', 'renamedFrom', 'variantOf'];

/** On one line, and without what Moodle would take for an id or a tag. */
export const keptComment = (kept: Kept): string => `// ${HORNBOOK}${JSON.stringify(kept).replace(NOT_AS_IT_IS, escapedSign)}`;

const NOT_AS_IT_IS = /\[(?=id:|tag:)|[\u007f-\u009f\u2028\u2029\ue000\ufeff]/g;
const escapedSign = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The exercise with what its comments keep; as it is where they keep nothing, or nothing that can be. */
export function withKept(exercise: ImportedExercise, comments: readonly string[]): ImportedExercise {
  const comment = comments.find((words) => words.startsWith(HORNBOOK));
  const kept = comment === undefined ? undefined : keptShape(parseJson(comment.slice(HORNBOOK.length)));
  if (kept === undefined) return exercise;
  const { form } = kept;
  const isSame = form !== null && form.of === fingerprint(exercise);
  const own = Object.entries(exercise).filter(([field]) => !isSame || !form.drop.includes(field));
  const free = Object.entries(kept.free).filter(([field]) => FREE_FIELDS.includes(field));
  const whole: unknown = { ...Object.fromEntries(own), ...Object.fromEntries(free), ...(isSame ? form.set : {}) };
  return isExercise(whole) ? whole : exercise;
}

/** Told by what was read, so that white space and the order of the file do not matter. */
export function fingerprint(exercise: ImportedExercise): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(exercise)) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16);
}

const isExercise = (value: unknown): value is ImportedExercise =>
  isRecord(value) && v.is(importedShape, { ...value, id: 'x', source: { format: 'gift' } });

const record = v.record(v.string(), v.unknown());
const shape = v.object({ free: record, form: v.nullable(v.object({ of: v.string(), set: record, drop: v.array(v.string()) })) });

function keptShape(value: unknown): Kept | undefined {
  const parsed = v.safeParse(shape, value);
  return parsed.success ? parsed.output : undefined;
}
