import type { Id } from './ids.ts';
import type { Row } from './row.ts';

/** A piece of the search index, made from a course's text and made again when `hash` no longer fits it. */
export interface SearchPart extends Row {
  readonly packId: Id;
  readonly hash: string;
  readonly bytes: Uint8Array;
}
