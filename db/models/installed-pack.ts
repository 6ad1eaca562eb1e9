import type { EpochMs, Id } from './ids.ts';
import type { Row } from './row.ts';

/** A course that came from a file; its id is the pack's. Its rows are in the tables of content. */
export interface InstalledPack extends Row {
  readonly version: string;
  /** SHA-256 of the pack's manifest, in hex. */
  readonly hash: string;
  readonly title: string;
  readonly authors: readonly string[];
  /** SPDX identifiers. */
  readonly licence: { readonly text: string; readonly code: string };
  /** That it can be read in (BCP 47), its own first; absent where it came before courses spoke more than one. The chosen one is its course's `language`. */
  readonly languages?: readonly string[];
  /** Lessons whose text is not translated into that: it shows in the course's own language. */
  readonly untranslated?: readonly Id[];
  /** Bytes of the file. */
  readonly size: number;
  readonly installedAt: EpochMs;
  /** The version before, kept as bytes for a way back. */
  readonly previous: { readonly version: string; readonly hash: string } | null;
}
