import { fail, ok, type Result } from '../../../core/result.ts';
import { badFile, type BadFile } from '../bad-file.ts';
import { htmlToMarkdown } from '../html-to-markdown.ts';
import type { ImportedFile, ImportedItem, ImportedLesson } from '../imported.ts';
import { costOf } from './card-sides.ts';
import { cardToItem, type CardItem } from './card-to-item.ts';
import { collectionIn, type AnkiFiles } from './collection-file.ts';
import { readDecks, type Deck } from './decks.ts';
import { readMedia, type Media } from './media.ts';
import { noteOf, sourceIdOf, type Card } from './note.ts';
import { readNoteTypes, type NoteType } from './note-types.ts';
import { numberAt, textAt, withDatabase, type LoadSqlite, type Rows } from './open-database.ts';

/** More than anybody has, and what a made-up database may claim. */
const MOST_CARDS = 1_000_000;
/** Bytes of one note's fields. */
const LONGEST_NOTE = 2_000_000;
/** Characters of HTML that are rendered for one note, and for all of them: time grows with these. */
const MOST_FOR_NOTE = 20_000_000;
const MOST_FOR_ALL = 300_000_000;

/** What Anki writes into the collection that older versions are meant to find. */
const PLEASE_UPDATE = /^Please update to the latest Anki version/i;

/**
 * The unzipped .apkg or .colpkg: decks become lessons, cards exercises, each note's `guid` the source id. Collections of
 * every schema since Anki 2.0 are read; what the learner's own history says (intervals, suspension) is not.
 */
export async function importAnki(files: AnkiFiles, loadSqlite: LoadSqlite): Promise<Result<ImportedFile, BadFile>> {
  const collection = collectionIn(files);
  if (!collection.ok) return collection;
  const media = readMedia(files);
  return withDatabase(collection.value, loadSqlite, (database) => readCollection(database, media));
}

function readCollection(database: Rows, media: Media): Result<ImportedFile, BadFile> {
  const types = readNoteTypes(database);
  const decks = readDecks(database);
  const cards = readCards(database, decks);
  if (!cards.ok) return cards;
  const lessons = new Map<string, Lesson>();
  let isPlaceholder = false;
  let notes = 0;
  let rendered = 0;
  for (const row of database.rows(`SELECT id, guid, mid, tags, CASE WHEN octet_length(flds) <= ${LONGEST_NOTE} THEN flds END FROM notes`)) {
    const own = cards.value.get(numberAt(row, 0)) ?? [];
    cards.value.delete(numberAt(row, 0));
    const fields = row[4] === null ? null : textAt(row, 4);
    isPlaceholder = PLEASE_UPDATE.test(fields ?? '');
    if (++notes > MOST_CARDS) return fail(badFile(`There are more than ${MOST_CARDS} notes in the collection.`));
    const type = types.get(numberAt(row, 2));
    const cost = fields === null ? 0 : costOfNote(type, own, fields.length);
    rendered += cost;
    const isTooLong = cost > MOST_FOR_NOTE || rendered > MOST_FOR_ALL;
    if (isTooLong) rendered -= cost;
    const guid = textAt(row, 1);
    if (own.length === 0) addTo(lessons, '', skipped(guid, 0, type, 'The note has no card.'));
    const note = type === undefined || fields === null ? null : noteOf(guid, type, textAt(row, 3), fields);
    for (const card of own) {
      if (type === undefined) addTo(lessons, card.deck, skipped(guid, card.ord, type, 'The collection does not have its note type.'));
      else if (note === null || isTooLong) addTo(lessons, card.deck, skipped(guid, card.ord, type, 'The note is too long to be taken over.'));
      else addTo(lessons, card.deck, cardToItem(note, card, media));
    }
  }
  if (notes === 1 && isPlaceholder) {
    return fail(badFile('This collection only says that Anki should be updated: the real one (collection.anki21b) is missing from the file.'));
  }
  return ok(fileOf(lessons, decks, media));
}

/** Note's id → its cards, by `ord`. Counts in numbers only: the words are read one note at a time. */
function readCards({ rows }: Rows, decks: ReadonlyMap<number, Deck>): Result<Map<number, Card[]>, BadFile> {
  const cards = new Map<number, Card[]>();
  let count = 0;
  for (const row of rows('SELECT nid, ord, CASE WHEN odid > 0 THEN odid ELSE did END FROM cards')) {
    if (++count > MOST_CARDS) return fail(badFile(`There are more than ${MOST_CARDS} cards in the collection.`));
    const card = { ord: numberAt(row, 1), deck: decks.get(numberAt(row, 2))?.name ?? '' };
    const own = cards.get(numberAt(row, 0));
    if (own === undefined) cards.set(numberAt(row, 0), [card]);
    else own.push(card);
  }
  for (const [note, own] of cards) {
    if (own.length > 1) cards.set(note, [...new Map(own.map((card) => [card.ord, card])).values()].sort((a, b) => a.ord - b.ord));
  }
  return ok(cards);
}

function costOfNote(type: NoteType | undefined, cards: readonly Card[], length: number): number {
  return cards.reduce((sum, { ord }) => {
    const template = type?.templates.get(type.isCloze ? 0 : ord);
    return template === undefined ? sum : sum + costOf([...template.question, ...template.answer], length);
  }, 0);
}

interface Lesson {
  readonly items: ImportedItem[];
  readonly pictures: Set<string>;
}

function addTo(lessons: Map<string, Lesson>, deck: string, { item, pictures }: CardItem): void {
  const lesson = lessons.get(deck) ?? { items: [], pictures: new Set() };
  lessons.set(deck, lesson);
  lesson.items.push(item);
  for (const picture of pictures) lesson.pictures.add(picture);
}

const skipped = (guid: string, ord: number, type: NoteType | undefined, reason: string): CardItem => ({
  item: { sourceId: sourceIdOf(guid, ord), title: `Note ${guid}`, kind: type?.name ?? 'unknown', status: 'skipped', reason, exercise: null },
  pictures: [],
});

/** Decks by name, and those above before those below. */
function fileOf(lessons: ReadonlyMap<string, Lesson>, decks: ReadonlyMap<number, Deck>, media: Media): ImportedFile {
  const descriptions = new Map([...decks.values()].map(({ name, description }) => [name, description]));
  const sorted = [...lessons].sort(([a], [b]) => (a < b ? -1 : 1));
  const tops = new Set(sorted.map(([name]) => name.split('::')[0] ?? ''));
  const [top = ''] = tops;
  return {
    title: tops.size === 1 && top !== '' ? top : null,
    licence: null,
    lessons: sorted.map(([name, { items, pictures }]): ImportedLesson => {
      const assets = [...pictures].flatMap((path) => {
        const bytes = media.bytesOf(path);
        return bytes === null ? [] : [[path, bytes] as const];
      });
      const content = htmlToMarkdown(descriptions.get(name) ?? '', { imagePath: () => null }).markdown;
      return { title: name, content, items, assets: Object.fromEntries(assets) };
    }),
  };
}
