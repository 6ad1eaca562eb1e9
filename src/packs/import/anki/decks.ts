import { isRecord, parseJson } from '../../../core/json.ts';
import { bytesAt, numberAt, textAt, type Rows } from './open-database.ts';
import { messagesIn, readMessage, textIn } from './protobuf.ts';

export interface Deck {
  /** With the names of the decks above it: `Languages::German`. */
  readonly name: string;
  /** HTML. */
  readonly description: string;
}

/** By id. From schema 15 on they stand in a table, and their levels are parted by a unit separator. */
export function readDecks({ rows, hasTable }: Rows): ReadonlyMap<number, Deck> {
  const decks = new Map<number, Deck>();
  if (hasTable('decks')) {
    for (const row of rows('SELECT id, name, kind FROM decks')) {
      decks.set(numberAt(row, 0), { name: textAt(row, 1).replaceAll('\x1f', '::'), description: descriptionIn(bytesAt(row, 2)) });
    }
    return decks;
  }
  for (const row of rows('SELECT decks FROM col')) {
    const found = parseJson(textAt(row, 0));
    for (const [id, deck] of isRecord(found) ? Object.entries(found) : []) {
      if (!isRecord(deck) || typeof deck.name !== 'string') continue;
      decks.set(Number(id), { name: deck.name.replaceAll('\x1f', '::'), description: typeof deck.desc === 'string' ? deck.desc : '' });
    }
  }
  return decks;
}

/** `Deck.KindContainer`: field 1 is a normal deck, and of that 4 is the description. */
function descriptionIn(kind: Uint8Array): string {
  const [normal] = messagesIn(readMessage(kind) ?? new Map<never, never>(), 1);
  const deck = normal === undefined ? null : readMessage(normal);
  return deck === null ? '' : textIn(deck, 4);
}
