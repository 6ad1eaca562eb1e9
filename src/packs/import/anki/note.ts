import type { ClozePart } from './cloze.ts';
import type { NoteType } from './note-types.ts';

/** A note, read once for all of its cards. */
export interface Note {
  readonly guid: string;
  readonly type: NoteType;
  readonly tags: string;
  /** Field's name → HTML. */
  readonly fields: ReadonlyMap<string, string>;
  /** The same read for clozes, where a card asks for it. */
  readonly clozes: Map<string, readonly ClozePart[]>;
}

export interface Card {
  /** From 0: the template, or the cloze number less 1. */
  readonly ord: number;
  readonly deck: string;
}

const SEPARATOR = '\x1f';

export function noteOf(guid: string, type: NoteType, tags: string, fields: string): Note {
  const values = fields.split(SEPARATOR);
  return { guid, type, tags: tags.trim(), fields: new Map(type.fields.map((name, i) => [name, values[i] ?? ''])), clozes: new Map() };
}

/** A note's first card bears its id alone, so that a note of one card keeps it. */
export const sourceIdOf = (guid: string, ord: number): string | null =>
  guid.trim() === '' ? null : ord === 0 ? guid : `${guid}-${ord + 1}`;
