import initSqlJs from 'sql.js';

/** Small Anki packages, made as Anki makes them: the old schema (11, JSON in `col`) and the new one (18, tables and protobuf). */

export { loadSqlite } from '../../../../../src/cli/load-sqlite.ts';

export interface MadeType {
  readonly name: string;
  readonly isCloze?: boolean;
  readonly stock?: number;
  readonly fields: readonly string[];
  /** Question and answer of each. */
  readonly templates: readonly (readonly [string, string])[];
}

export interface MadeNote {
  readonly type: number;
  readonly fields: readonly string[];
  readonly tags?: string;
  readonly guid?: string;
  /** The cards' `ord`s; [0] unless told. */
  readonly cards?: readonly number[];
  readonly deck?: number;
  readonly isSuspended?: boolean;
}

export interface Made {
  readonly types: readonly MadeType[];
  /** Names with `::`; the id is the place in the list, from 1. */
  readonly decks?: readonly string[];
  readonly notes: readonly MadeNote[];
}

export const BASIC: MadeType = {
  name: 'Basic',
  fields: ['Front', 'Back'],
  templates: [['{{Front}}', '{{FrontSide}}\n\n<hr id="answer">\n\n{{Back}}']],
};
export const CLOZE: MadeType = {
  name: 'Cloze',
  isCloze: true,
  fields: ['Text', 'Back Extra'],
  templates: [['{{cloze:Text}}', '{{cloze:Text}}<br>\n{{Back Extra}}']],
};

const OLD = `
  CREATE TABLE col (id integer primary key, ver integer, models text, decks text);
  CREATE TABLE notes (id integer primary key, guid text, mid integer, tags text, flds text);
  CREATE TABLE cards (id integer primary key, nid integer, did integer, ord integer, queue integer, odid integer);
  CREATE INDEX ix_cards_nid ON cards (nid);
`;
const NEW = `
  CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY, name text NOT NULL COLLATE NOCASE, config blob NOT NULL);
  CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
  CREATE TABLE fields (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE NOCASE, config blob NOT NULL,
    PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
  CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
  CREATE TABLE templates (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE NOCASE, config blob NOT NULL,
    PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
  CREATE TABLE decks (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE NOCASE, kind blob NOT NULL);
  CREATE UNIQUE INDEX idx_decks_name ON decks (name);
`;
/** Anki sorts by a collation of its own, which no other program has. */
const FOREIGN_COLLATION = `
  PRAGMA writable_schema = ON;
  UPDATE sqlite_schema SET sql = replace(sql, 'NOCASE', 'unicase');
`;

export const oldCollection = (made: Made): Promise<Uint8Array> => collection(made, false);
export const newCollection = (made: Made): Promise<Uint8Array> => collection(made, true);

/** The whole package: `collection.anki2` and an empty list of media. */
export const packageOf = async (made: Made): Promise<{ [path: string]: Uint8Array }> => ({
  'collection.anki2': await oldCollection(made),
  media: bytesOf('{}'),
});

export async function databaseOf(sql: string): Promise<Uint8Array> {
  const sqlite = await initSqlJs();
  const database = new sqlite.Database();
  database.exec(sql);
  const bytes = database.export();
  database.close();
  return bytes;
}

async function collection({ types, decks = ['Default'], notes }: Made, isNew: boolean): Promise<Uint8Array> {
  const sqlite = await initSqlJs();
  const database = new sqlite.Database();
  database.exec(OLD);
  const models = Object.fromEntries(types.map((type, i) => [i + 1, modelOf(type)]));
  const named = Object.fromEntries(decks.map((name, i) => [i + 1, { name, desc: `About <b>${name}</b>` }]));
  database.run('INSERT INTO col VALUES (1, ?, ?, ?)', isNew ? [18, '', ''] : [11, JSON.stringify(models), JSON.stringify(named)]);
  database.run('BEGIN');
  notes.forEach(({ type, fields, guid, tags = '', cards = [0], deck = 1, isSuspended = false }, i) => {
    database.run('INSERT INTO notes VALUES (?, ?, ?, ?, ?)', [i + 1, guid ?? `guid${i + 1}`, type + 1, tags, fields.join('\x1f')]);
    for (const ord of cards) database.run('INSERT INTO cards VALUES (NULL, ?, ?, ?, ?, 0)', [i + 1, deck, ord, isSuspended ? -1 : 0]);
  });
  database.run('COMMIT');
  if (isNew) addTables(database, types, decks);
  const bytes = database.export();
  database.close();
  return bytes;
}

function addTables(database: initSqlJs.Database, types: readonly MadeType[], decks: readonly string[]): void {
  database.exec(NEW);
  types.forEach(({ name, isCloze = false, stock = 0, fields, templates }, i) => {
    database.run('INSERT INTO notetypes VALUES (?, ?, ?)', [i + 1, name, message([1, Number(isCloze)], [3, '.card {}'], [9, stock])]);
    fields.forEach((field, ord) => database.run('INSERT INTO fields VALUES (?, ?, ?, ?)', [i + 1, ord, field, message([1, 0])]));
    templates.forEach(([question, answer], ord) =>
      database.run('INSERT INTO templates VALUES (?, ?, ?, ?)', [i + 1, ord, `Card ${ord + 1}`, message([1, question], [2, answer])]),
    );
  });
  decks.forEach((name, i) => {
    const kind = message([1, message([1, 1], [4, `About <b>${name}</b>`])]);
    database.run('INSERT INTO decks VALUES (?, ?, ?)', [i + 1, name.replaceAll('::', '\x1f'), kind]);
  });
  database.exec(FOREIGN_COLLATION);
}

const modelOf = ({ name, isCloze = false, stock, fields, templates }: MadeType) => ({
  name,
  type: Number(isCloze),
  originalStockKind: stock,
  flds: fields.map((field, ord) => ({ name: field, ord })),
  tmpls: templates.map(([qfmt, afmt], ord) => ({ name: `Card ${ord + 1}`, ord, qfmt, afmt })),
});

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

type Value = number | string | Uint8Array;

/** A protobuf message: field numbers with their values. */
export function message(...fields: readonly (readonly [number, Value])[]): Uint8Array {
  const pieces = fields.flatMap(([field, value]) => {
    if (typeof value === 'number') return [...varint(field * 8), ...varint(value)];
    const bytes = typeof value === 'string' ? bytesOf(value) : value;
    return [...varint(field * 8 + 2), ...varint(bytes.length), ...bytes];
  });
  return Uint8Array.from(pieces);
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

/** A zstd frame of blocks that are stored as they are. `isSized`: it says its length, which Anki's own do not. */
export function stored(content: Uint8Array, isSized = false): Uint8Array {
  const size = content.length;
  const head = isSized ? [0xa0, size & 255, (size >> 8) & 255, (size >> 16) & 255, size >>> 24] : [0x00, 0x58];
  const blocks: Uint8Array[] = [];
  for (let at = 0; at === 0 || at < size; at += 65_536) {
    const block = content.subarray(at, at + 65_536);
    const header = (block.length << 3) | Number(at + 65_536 >= size);
    blocks.push(Uint8Array.of(header & 255, (header >> 8) & 255, header >> 16), block);
  }
  return joined([Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, ...head), ...blocks]);
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
