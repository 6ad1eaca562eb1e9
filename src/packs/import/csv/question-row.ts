import { plain, truthOf } from '../markdown-quiz/answer-words.ts';
import { distinct } from '../markdown-quiz/read-options.ts';
import { usualId } from '../../export/csv/exercise-row.ts';
import type { ImportedExercise, ImportedItem } from '../imported.ts';
import { cardItem } from './card-row.ts';
import { cellWords } from './cell-words.ts';
import type { Columns } from './columns.ts';
import { placesByName, placesByText, type KeyStyle } from './key-style.ts';
import type { TableRow } from './read-table.ts';

type Asked = 'choice' | 'several' | 'truth' | 'words' | 'number' | 'essay' | 'poll' | 'other' | null;
const TYPES: readonly (readonly [RegExp, Asked])[] = [
  [/multi(?:ple)?[ -]?(?:select|answer|response|correct)|checkbox|choose all|multianswer|^ma$|^ms$|^mr$/, 'several'],
  [/multi|single|choice|mcq|^mc$|^sc$|quiz|radio|select|dropdown/, 'choice'],
  [/true|false|^tf$|t\/f|boolean|yes/, 'truth'],
  [/numer|number|calculated/, 'number'],
  [/essay|open|long|paragraph|free/, 'essay'],
  [/short|text|fill|blank|type|identification|word|string/, 'words'],
  [/poll|survey|opinion|slide|info/, 'poll'],
];

/** A question of a table with a header, its options in columns or in one cell. */
export function questionItem(row: TableRow, columns: Columns, style: KeyStyle, isHtml: boolean): ImportedItem {
  const cell = (at: number): string => (at < 0 ? '' : (row.cells[at] ?? '').trim());
  const said = plain(cell(columns.type));
  const asked = said === '' ? null : (TYPES.find(([words]) => words.test(said))?.[1] ?? 'other');
  const id = cell(columns.id) === '' ? null : cell(columns.id);
  const hints = columns.hints.map(cell).filter((hint) => hint !== '');
  const question = cellWords(cell(columns.question), isHtml);
  const head = { sourceId: id, title: question.text.replace(/\s+/g, ' ').slice(0, 100) || `Line ${row.line}`, kind: cell(columns.type) || 'row' };
  const skip = (reason: string): ImportedItem => ({ ...head, status: 'skipped', reason: `line ${row.line}: ${reason}`, exercise: null });
  if (question.markdown === '') return skip('its question has no words');
  if (asked === 'poll') return skip('a poll, which has no right answer');
  if (asked === 'other') return skip(`questions of the type "${cell(columns.type).slice(0, 40)}" are not known`);
  const key = cell(columns.correct);
  const raw = optionCells(row, columns);
  if (raw.length === 0 || asked === 'words' || asked === 'essay' || asked === 'number') return open();

  const texts = raw.map((option) => cellWords(option, isHtml));
  const right = columns.wrong.length > 0 ? [0] : keyOf(key, raw, style);
  if (key === '') return skip('no right answer is named');
  if (right === null) return skip(`its right answer "${key.slice(0, 60)}" names no option for sure`);
  const given = texts.flatMap(({ markdown }, at) => (markdown === '' ? [] : [{ markdown, at }]));
  if (right.some((at) => texts[at]?.markdown === '')) return skip('its right option has no words');
  const choices = distinct(
    given.map(({ markdown }) => markdown),
    given.flatMap(({ at }, place) => (right.includes(at) ? [place] : [])),
  );
  if (choices === null) return skip('an option stands there twice: once right and once wrong');
  if (choices.length < 2) return skip('it has only one option');
  const type = right.length > 1 || asked === 'several' ? 'MULTI_SELECT' : 'MULTIPLE_CHOICE';
  const options = choices.map(({ text, isRight }, at) => ({ id: usualId(at), text, why: '', correct: isRight }));
  return taken({ type, options }, [question, ...texts].flatMap(({ lost }) => lost));

  function open(): ImportedItem {
    const truth = truthOf(key);
    if (asked === 'truth' || (asked === null && /^(?:true|false)$/i.test(key))) {
      if (truth === null) return skip(`"${key.slice(0, 60)}" is neither true nor false`);
      return taken({ type: 'TRUE_FALSE', answer: truth, why: { true: '', false: '' } }, question.lost);
    }
    if (asked === 'choice' || asked === 'several') return skip('it has no options');
    if (key === '' && raw.length === 0) return skip('no right answer is named');
    const number = Number(key.replace(',', '.'));
    if (asked === 'number') {
      if (key === '' || !Number.isFinite(number)) return skip(`"${key.slice(0, 60)}" is no number`);
      return taken({ type: 'NUMERIC', answer: number }, question.lost);
    }
    if (asked === 'words') {
      const written = [key, ...raw].flatMap((form) => form.split(/\r?\n|\|/)).map((form) => form.trim());
      const forms = [...new Set(written)].filter((form) => form !== '');
      return taken({ type: 'SHORT_TEXT', accept: forms }, question.lost);
    }
    const card = { id, line: row.line, front: cell(columns.question), backs: [key], feedback: cell(columns.feedback), hints, isHtml };
    return { ...cardItem(card), kind: head.kind };
  }

  function taken(parts: Partial<ImportedExercise>, lost: readonly string[]): ImportedItem {
    const told = cellWords(cell(columns.feedback), isHtml);
    const all = [...new Set([...lost, ...told.lost])];
    const exercise = {
      prompt: question.markdown,
      hints: hints.map((hint) => cellWords(hint, isHtml).markdown).filter((hint) => hint !== ''),
      ...(told.markdown === '' ? {} : { explanation: told.markdown }),
      ...parts,
    } as ImportedExercise;
    return { ...head, status: all.length === 0 ? 'imported' : 'degraded', reason: all.map((what) => `lost: ${what}`).join('; '), exercise };
  }
}

/** Of Gimkit's sort of table, the right one comes first. */
export function optionCells({ cells }: TableRow, { options, wrong, correct, optionList }: Columns): string[] {
  const at = wrong.length > 0 ? [correct, ...wrong] : options;
  const single = at.map((column) => (cells[column] ?? '').trim());
  if (at.length > 0) return trimmedEnd(single);
  const list = optionList < 0 ? '' : (cells[optionList] ?? '');
  const sign = ['\n', '|', ';', ','].find((one) => list.includes(one));
  const parts = sign === undefined ? [] : list.split(sign);
  return parts.map((option) => option.replace(/^\s*\(?[A-Ha-h][.)]\s+/, '').trim()).filter((option) => option !== '');
}

/** Empty cells in the middle keep the places of those behind. */
const trimmedEnd = (texts: readonly string[]): string[] => texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);

/** A key may name options by place or by words; where a row could mean either, the whole column decides. */
function keyOf(key: string, raw: readonly string[], style: KeyStyle): readonly number[] | null {
  const byName = placesByName(key, raw.length);
  const byText = placesByText(key, raw);
  if (byName === null || byText === null || byName.join() === byText.join()) return byText ?? byName;
  return style === 'names' ? byName : style === 'texts' ? byText : null;
}
