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
}
export type Channel = keyof Channels;
