import * as v from 'valibot';
import { ExerciseType } from '../../../../db/models/enums.ts';
import { isRecord } from '../../../core/json.ts';
import { COLUMNS, unguarded } from '../../export/csv/table-cells.ts';
import { TEXT, usualId } from '../../export/csv/exercise-row.ts';
import { importedShape } from '../../source/exercise-shapes.ts';
import type { ImportedExercise, ImportedItem } from '../imported.ts';

/** Whether this is the header of a table that we wrote. */
export const isOwnHeader = (header: readonly string[]): boolean =>
  COLUMNS.before.every((name, at) => header[at] === name) && COLUMNS.after.every((name) => header.includes(name));

/** An item with the lesson that its row names, and perhaps words of that lesson. */
export interface Placed {
  readonly lesson: string;
  readonly item: ImportedItem;
  /** Markdown. */
  readonly text?: string;
}

/** A row of our own table, turned back. */
export function ownRow(header: readonly string[], cells: readonly string[]): Placed {
  const cell = (name: string): string => unguarded(cells[header.indexOf(name)] ?? '');
  const list = (name: string): string[] =>
    header.flatMap((column, at) => (column.startsWith(`${name} `) ? [unguarded(cells[at] ?? '')] : []));
  const [id, kind, prompt] = [cell('id'), cell('type'), cell('question')];
  const item = { sourceId: id === '' ? null : id, title: prompt.replace(/\s+/g, ' ').trim().slice(0, 100), kind };
  const skip = (reason: string): ImportedItem => ({ ...item, status: 'skipped', reason, exercise: null });
  const lesson = cell('lesson');
  if (kind === TEXT) return { lesson, item: { ...item, sourceId: null, status: 'imported', reason: '', exercise: null }, text: prompt };
  const more = moreOf(cell('more'));
  if (more === null) return { lesson, item: skip('its column `more` is no JSON object any more') };
  if (!Object.hasOwn(ExerciseType, kind)) return { lesson, item: skip(`no type \`${kind}\` is known`) };
  const { ids, ...rest } = more;
  const names = Array.isArray(ids) ? ids : [];
  const idAt = (at: number): unknown => names[at] ?? usualId(at);
  const texts = list('option');
  const reasons = list('reason');
  const correct = cell('correct').split(';');
  const isRight = (at: number): boolean => correct.includes(String(at + 1));
  const hints = list('hint').filter((hint) => hint !== '');
  const explanation = cell('explanation');
  const exercise = {
    ...{ prompt, hints },
    ...(explanation === '' ? {} : { explanation }),
    ...partsOf(),
    ...rest,
    type: kind,
  };
  const parsed = v.safeParse(importedShape, { ...exercise, id: 'row', source: { format: 'csv' } });
  if (!parsed.success) return { lesson, item: skip(`not what a ${kind} needs: ${parsed.issues[0].message}`) };
  return { lesson, item: { ...item, status: 'imported', reason: '', exercise: exercise as ImportedExercise } };

  function partsOf(): object {
    const answer = cell('answer');
    const filled = texts.flatMap((text, at) => (text === '' ? [] : [{ text, at }]));
    switch (kind) {
      case 'MULTIPLE_CHOICE':
      case 'MULTI_SELECT':
        return { options: filled.map(({ text, at }) => ({ id: idAt(at), text, why: reasons[at] ?? '', correct: isRight(at) })) };
      case 'TRUE_FALSE': {
        const word = answer.toLowerCase();
        const why = { true: reasons[0] ?? '', false: reasons[1] ?? '' };
        return { answer: word === 'true' || word === 'false' ? word === 'true' : answer, why };
      }
      case 'SHORT_TEXT':
        return answer === '' ? {} : { accept: answer.split(/\r?\n/) };
      case 'NUMERIC':
        return { answer: answer.trim() === '' ? answer : Number(answer) };
      case 'ORDERING':
        return { items: filled.map(({ text, at }) => ({ id: idAt(at), text })) };
      default:
        return {};
    }
  }
}

function moreOf(text: string): { readonly [field: string]: unknown } | null {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
