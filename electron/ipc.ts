import type { IpcMain } from 'electron';
import type { Channel, Channels } from './bridge.ts';
import { isTrustedSender } from './security.ts';

type Takes<C extends Channel> = Channels[C]['takes'];
type Gives<C extends Channel> = Channels[C]['gives'];

/** One verb of the bridge: what it accepts (the page's types are only a promise) and what it does. */
export interface Verb<C extends Channel> {
  readonly accepts: (value: unknown) => value is Takes<C>;
  readonly run: (value: Takes<C>) => Promise<Gives<C>>;
}
export type Verbs = { readonly [C in Channel]: Verb<C> };

/** Opens every channel of the bridge, each behind the same gate. A refused call rejects in the page that made it. */
export function handleBridge(ipcMain: Pick<IpcMain, 'handle'>, verbs: Verbs): void {
  handle(ipcMain, 'hornbook:save-file', verbs['hornbook:save-file']);
  handle(ipcMain, 'hornbook:open-file', verbs['hornbook:open-file']);
  handle(ipcMain, 'hornbook:copy-text', verbs['hornbook:copy-text']);
  handle(ipcMain, 'hornbook:journal-read', verbs['hornbook:journal-read']);
  handle(ipcMain, 'hornbook:journal-write', verbs['hornbook:journal-write']);
  handle(ipcMain, 'hornbook:journal-replace', verbs['hornbook:journal-replace']);
  handle(ipcMain, 'hornbook:journal-release', verbs['hornbook:journal-release']);
  handle(ipcMain, 'hornbook:copies-folder', verbs['hornbook:copies-folder']);
  handle(ipcMain, 'hornbook:copies-choose', verbs['hornbook:copies-choose']);
  handle(ipcMain, 'hornbook:copies-forget', verbs['hornbook:copies-forget']);
  handle(ipcMain, 'hornbook:copies-list', verbs['hornbook:copies-list']);
  handle(ipcMain, 'hornbook:copies-read', verbs['hornbook:copies-read']);
  handle(ipcMain, 'hornbook:copies-write', verbs['hornbook:copies-write']);
  handle(ipcMain, 'hornbook:copies-remove', verbs['hornbook:copies-remove']);
}

function handle<C extends Channel>(ipcMain: Pick<IpcMain, 'handle'>, channel: C, verb: Verb<C>): void {
  ipcMain.handle(channel, (event, ...values: unknown[]) => {
    const [value] = values;
    if (!isTrustedSender(event.senderFrame)) throw new Error(`${channel}: refused, the sender is not this app`);
    if (values.length !== 1 || !verb.accepts(value)) throw new Error(`${channel}: refused, not what this verb takes`);
    return verb.run(value);
  });
}
