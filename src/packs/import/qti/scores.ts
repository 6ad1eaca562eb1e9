import type { XmlElement } from '../xml-tree.ts';
import { processed, type Processed, type Processing } from './processing.ts';

/** Answers to one interaction, all others answered rightly, put before the item's own processing. */
export interface Scores {
  readonly processing: Processing;
  /** The response's identifier. */
  readonly id: string;
}

export function outcomeOf({ processing, id }: Scores, values: readonly string[], matching: XmlElement | null = null): Processed | null {
  const given = new Map([...processing.responses].map(([key, { correct }]) => [key, correct]));
  given.set(id, values);
  return processed(processing, given, matching);
}

export const scoreOf = (scores: Scores, values: readonly string[], matching: XmlElement | null = null): number | null =>
  outcomeOf(scores, values, matching)?.score ?? null;

export const correctOf = ({ processing, id }: Scores): readonly string[] => processing.responses.get(id)?.correct ?? [];

/** What is said of a key that could not be tried. */
export const UNREAD = 'its own response processing is not understood, so the correct response that it names is the key';
export const PARTIAL = 'answers that were worth a part of the points are taken as wrong';
export const NO_KEY = 'no key: the file does not say which answer is right';

/** `note`: what was lost of it; empty: nothing. */
export interface Noted {
  readonly note: string;
}
/** Why there is none. */
export interface Keyless {
  readonly why: string;
}
