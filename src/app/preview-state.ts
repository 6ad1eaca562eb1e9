import type { PackError } from '../packs/pack-error.ts';

/** What an author is told of the course in preview. */
export interface PreviewState {
  /** What is shown; null: no version of it was without findings yet. */
  readonly shown: { readonly title: string; readonly version: string } | null;
  /** Why the course cannot be used as it now is: of the whole, and finding by finding. */
  readonly reason: string | null;
  readonly findings: readonly PackError[];
  /** The server of the preview does not answer. */
  readonly isLost: boolean;
  /** What the author has opened here; null: nothing yet, or the course comes from a server. */
  readonly opened: Opened | null;
  readonly isReading: boolean;
}

export interface Opened {
  /** Of the folder or the file. */
  readonly name: string;
  /** How it is read once more: by itself, or chosen by the author again. */
  readonly again: 'itself' | 'folder' | 'pack';
}

/** How an author names the course to show. */
export interface CourseOpener {
  /** Asks for a folder and minds it from then on; null where the browser cannot. */
  readonly askFolder: (() => void) | null;
  /** The files of a folder, as a file input gives them. */
  readonly openFolder: (files: readonly File[]) => void;
  /** The first of them. */
  readonly openPack: (files: readonly File[]) => void;
  /** A folder or a pack. */
  readonly openDropped: (data: DataTransfer) => void;
  /** Reads what is open once more, where that needs no choosing. */
  readonly again: () => void;
}
