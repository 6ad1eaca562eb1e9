/**
 * The whole contract between the page and the desktop's main process: what the page sees as `window.hornbook`, and
 * the channel each verb travels on. Types and names only; the page's code imports the types alone.
 */
export interface Bridge {
  readonly version: string;
  /** Asks where, then writes the text whole or not at all. */
  saveFile(request: SaveRequest): Promise<SaveOutcome>;
  /** Asks for one file and reads it as UTF-8 text. */
  openFile(request: OpenRequest): Promise<OpenOutcome>;
  copyText(text: string): Promise<boolean>;
  /** The journal's file as it lies on the disk; empty where there is none yet. */
  readJournal(): Promise<JournalRead>;
  /** Writes over what stands at `at`, or at the end; on the disk when it resolves. Room is kept ahead. */
  writeJournal(request: JournalWrite): Promise<JournalDone>;
  /** Puts `bytes` in the place of the whole file, or leaves it as it was. */
  replaceJournal(bytes: Uint8Array): Promise<JournalDone>;
  /** Gives the room up that was kept for a full disk; false where none is left. */
  releaseReserve(): Promise<boolean>;
  /** The folder that the learner once picked for copies; null: none. It may be gone by now. */
  copiesFolder(): Promise<ChosenFolder | null>;
  /** Asks for a folder, and keeps it over starts once a file could be made in it. */
  chooseCopiesFolder(): Promise<FolderChosen>;
  /** What lies in it stays. */
  forgetCopiesFolder(): Promise<CopyDone>;
  /** Copies alone, by their names; whatever else lies in that folder is not told of, and cannot be asked for. */
  listCopies(): Promise<CopiesListed>;
  readCopy(name: string): Promise<CopyRead>;
  /** Whole or not at all, and on the disk when it resolves. */
  writeCopy(request: CopyWrite): Promise<CopyDone>;
  /** Does nothing where there is none. */
  removeCopy(name: string): Promise<CopyDone>;
}

export interface JournalWrite {
  /** In bytes from the file's beginning, not beyond its end. */
  readonly at: number;
  readonly bytes: Uint8Array;
}
export type JournalRead =
  | { readonly type: 'Read'; readonly bytes: Uint8Array }
  | { readonly type: 'Failed'; readonly reason: string };
export type JournalDone =
  | { readonly type: 'Done' }
  /** The disk is full. */
  | { readonly type: 'Full' }
  | { readonly type: 'Failed'; readonly reason: string };

export interface ChosenFolder {
  /** Its last part, to be shown; the path stays with the main process. */
  readonly name: string;
}
/** The disk is full; or the folder is gone, or may not be written, or none is chosen. */
export type CopyRefused = { readonly type: 'Full' } | { readonly type: 'Unavailable'; readonly reason: string };
export type FolderTaken = { readonly type: 'Taken'; readonly name: string } | CopyRefused;
export type FolderChosen = FolderTaken | { readonly type: 'Cancelled' };
export interface StoredCopy {
  readonly name: string;
  readonly bytes: number;
}
export type CopiesListed = { readonly type: 'Listed'; readonly copies: readonly StoredCopy[] } | CopyRefused;
export type CopyRead =
  | { readonly type: 'Read'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'Missing' }
  | CopyRefused;
export interface CopyWrite {
  readonly name: string;
  readonly bytes: Uint8Array;
}
export type CopyDone = { readonly type: 'Done' } | CopyRefused;

export interface SaveRequest {
  /** Proposed name, without a folder. */
  readonly name: string;
  readonly text: string;
}
export type SaveOutcome =
  | { readonly type: 'Saved' }
  | { readonly type: 'Cancelled' }
  | { readonly type: 'SaveFailed'; readonly reason: string };

export interface OpenRequest {
  /** Endings such as `.json`. */
  readonly accept: readonly string[];
}
export type OpenOutcome = { readonly type: 'Cancelled' } | { readonly type: 'Opened'; readonly name: string; readonly text: string };

/** Channel → what it takes and gives. A verb that is not here cannot be sent. */
export interface Channels {
  'hornbook:save-file': { readonly takes: SaveRequest; readonly gives: SaveOutcome };
  'hornbook:open-file': { readonly takes: OpenRequest; readonly gives: OpenOutcome };
  'hornbook:copy-text': { readonly takes: string; readonly gives: boolean };
  'hornbook:journal-read': { readonly takes: null; readonly gives: JournalRead };
  'hornbook:journal-write': { readonly takes: JournalWrite; readonly gives: JournalDone };
  'hornbook:journal-replace': { readonly takes: Uint8Array; readonly gives: JournalDone };
  'hornbook:journal-release': { readonly takes: null; readonly gives: boolean };
  'hornbook:copies-folder': { readonly takes: null; readonly gives: ChosenFolder | null };
  'hornbook:copies-choose': { readonly takes: null; readonly gives: FolderChosen };
  'hornbook:copies-forget': { readonly takes: null; readonly gives: CopyDone };
  'hornbook:copies-list': { readonly takes: null; readonly gives: CopiesListed };
  'hornbook:copies-read': { readonly takes: string; readonly gives: CopyRead };
  'hornbook:copies-write': { readonly takes: CopyWrite; readonly gives: CopyDone };
  'hornbook:copies-remove': { readonly takes: string; readonly gives: CopyDone };
}
export type Channel = keyof Channels;
