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
}

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
}
export type Channel = keyof Channels;
