import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, Channel, Channels } from './bridge.ts';

/** Runs sandboxed beside the page: hands it verbs, never channels. The version comes with the command line. */
const bridge: Bridge = {
  version: process.argv.find((part) => part.startsWith('--hornbook-version='))?.split('=')[1] ?? '',
  saveFile: ({ name, text }) => invoke('hornbook:save-file', { name, text }),
  openFile: ({ accept }) => invoke('hornbook:open-file', { accept }),
  copyText: (text) => invoke('hornbook:copy-text', text),
  readJournal: () => invoke('hornbook:journal-read', null),
  writeJournal: ({ at, bytes }) => invoke('hornbook:journal-write', { at, bytes }),
  replaceJournal: (bytes) => invoke('hornbook:journal-replace', bytes),
  releaseReserve: () => invoke('hornbook:journal-release', null),
  copiesFolder: () => invoke('hornbook:copies-folder', null),
  chooseCopiesFolder: () => invoke('hornbook:copies-choose', null),
  forgetCopiesFolder: () => invoke('hornbook:copies-forget', null),
  listCopies: () => invoke('hornbook:copies-list', null),
  readCopy: (name) => invoke('hornbook:copies-read', name),
  writeCopy: ({ name, bytes }) => invoke('hornbook:copies-write', { name, bytes }),
  removeCopy: (name) => invoke('hornbook:copies-remove', name),
};

contextBridge.exposeInMainWorld('hornbook', bridge);

function invoke<C extends Channel>(channel: C, value: Channels[C]['takes']): Promise<Channels[C]['gives']> {
  return ipcRenderer.invoke(channel, value) as Promise<Channels[C]['gives']>;
}
