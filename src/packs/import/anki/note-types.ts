import type { SqlValue } from 'sql.js';
import { isRecord, parseJson } from '../../../core/json.ts';
import { bytesAt, numberAt, textAt, type Rows } from './open-database.ts';
import { numberIn, readMessage, textIn } from './protobuf.ts';
import { parseTemplate, type TemplateNode } from './template.ts';

/** One card of a note: its two sides. */
export interface CardTemplate {
  readonly name: string;
  readonly question: readonly TemplateNode[];
  readonly answer: readonly TemplateNode[];
}

export interface NoteType {
  readonly name: string;
  /** Each cloze number is a card, and all of them share the first template. */
  readonly isCloze: boolean;
  /** Parts of a picture are covered, which a script draws. */
  readonly isOcclusion: boolean;
  /** In the order of the note's fields. */
  readonly fields: readonly string[];
  /** By a card's `ord`. */
  readonly templates: ReadonlyMap<number, CardTemplate>;
}

export type NoteTypes = ReadonlyMap<number, NoteType>;

/** Anki has written note types in two ways: as JSON in `col`, and (from schema 15 on) in tables of their own. */
export const readNoteTypes = (database: Rows): NoteTypes =>
  database.hasTable('notetypes') ? fromTables(database) : fromJson(database);

function fromJson({ rows }: Rows): NoteTypes {
  const types = new Map<number, NoteType>();
  for (const row of rows('SELECT models FROM col')) {
    for (const [id, model] of entriesOf(parseJson(textAt(row, 0)))) {
      const fields = listOf(model.flds).sort((a, b) => numberOf(a.ord) - numberOf(b.ord)).map(({ name }) => textOf(name));
      const templates = listOf(model.tmpls).map((template, i) => {
        const ord = typeof template.ord === 'number' ? template.ord : i;
        return [ord, templateOf(textOf(template.name), textOf(template.qfmt), textOf(template.afmt))] as const;
      });
      types.set(Number(id), typeOf(textOf(model.name), model.type === 1, numberOf(model.originalStockKind), fields, new Map(templates)));
    }
  }
  return types;
}

function fromTables({ rows, hasTable }: Rows): NoteTypes {
  const fields = new Map<number, string[]>();
  if (hasTable('fields')) {
    const found = [...rows('SELECT ntid, ord, name, config FROM fields')].sort((a, b) => numberAt(a, 1) - numberAt(b, 1));
    for (const row of found) addTo(fields, numberAt(row, 0), textAt(row, 2));
  }
  const templates = new Map<number, [number, CardTemplate][]>();
  if (hasTable('templates')) {
    for (const row of rows('SELECT ntid, ord, name, config FROM templates')) {
      const config = configAt(row, 3);
      addTo(templates, numberAt(row, 0), [numberAt(row, 1), templateOf(textAt(row, 2), textIn(config, 1), textIn(config, 2))]);
    }
  }
  const types = new Map<number, NoteType>();
  for (const row of rows('SELECT id, name, config FROM notetypes')) {
    const id = numberAt(row, 0);
    const config = configAt(row, 2);
    const [kind, stock] = [numberIn(config, 1), numberIn(config, 9)];
    types.set(id, typeOf(textAt(row, 1), kind === 1, stock, fields.get(id) ?? [], new Map(templates.get(id))));
  }
  return types;
}

/** Anki's number for its own image occlusion; the older add-on is known by a field. */
const OCCLUSION = 6;

const typeOf = (
  name: string,
  isCloze: boolean,
  stock: number,
  fields: readonly string[],
  templates: ReadonlyMap<number, CardTemplate>,
): NoteType => {
  const isOcclusion = stock === OCCLUSION || fields.includes('Question Mask') || (isCloze && fields.includes('Occlusion'));
  return { name, isCloze, isOcclusion, fields, templates };
};

const templateOf = (name: string, question: string, answer: string): CardTemplate => ({
  name,
  question: parseTemplate(question),
  answer: parseTemplate(answer),
});

const configAt = (row: readonly SqlValue[], column: number) => readMessage(bytesAt(row, column)) ?? new Map<never, never>();

function addTo<T>(lists: Map<number, T[]>, key: number, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

const entriesOf = (value: unknown): [string, Record<string, unknown>][] =>
  isRecord(value) ? Object.entries(value).filter((entry): entry is [string, Record<string, unknown>] => isRecord(entry[1])) : [];
const listOf = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
