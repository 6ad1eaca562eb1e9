import { createJournalFiles } from './journal-files.ts';
import { JOURNAL_FOLDER, type JournalStore } from './journal-store.ts';
import { openOpfsFolder } from './opfs-folder.ts';

/** The worker that owns this tab's file of the journal: writes to OPFS are synchronous and flushed only in a worker. */

export type JournalQuestion =
  | { readonly verb: 'read' }
  | { readonly verb: 'append'; readonly lines: readonly string[] }
  | { readonly verb: 'compact'; readonly lines: readonly string[] }
  | { readonly verb: 'release' }
  | { readonly verb: 'reserve' };
export type JournalRequest = JournalQuestion & { readonly id: number };
export type JournalReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failed: string };

/** The tab's id is the worker's name. */
const { name: tabId } = globalThis as unknown as { readonly name: string };
const store: Promise<JournalStore> = openOpfsFolder(navigator.storage, JOURNAL_FOLDER).then((folder) => createJournalFiles(folder, tabId));
// Whoever asks hears of it.
store.catch(() => undefined);

/** One after the other: an append keeps its place. */
let last: Promise<unknown> = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<JournalRequest>) => {
  last = last.then(() => answer(data)).then((reply) => postMessage(reply));
});

async function answer(request: JournalRequest): Promise<JournalReply> {
  const { id } = request;
  try {
    return { id, value: await ask(await store, request) };
  } catch (error) {
    return { id, failed: String(error) };
  }
}

function ask(journal: JournalStore, question: JournalQuestion): Promise<unknown> {
  switch (question.verb) {
    case 'read':
      return journal.read();
    case 'release':
      return journal.release?.() ?? Promise.resolve(false);
    case 'reserve':
      return journal.reserve?.() ?? Promise.resolve();
    case 'append':
    case 'compact':
      return journal[question.verb](question.lines);
  }
}
