import { fail, type Result } from '../../core/result.ts';
import { JOURNAL_FOLDER, type JournalContent, type JournalFailure, type JournalStore } from './journal-store.ts';
import type { JournalQuestion, JournalReply, JournalRequest } from './journal-worker.ts';

/** A disk that takes longer than this to answer is taken for one that never will. */
const ANSWERS_WITHIN_MS = 5_000;

const NOTHING: JournalContent = { lines: [], damaged: 0, staleBytes: 0 };

/**
 * The journal in the origin's private file system, which outlives a broken database. `startWorker` starts
 * `journal-worker.ts`, named after the tab. Before anything was ever written, reading needs no worker.
 */
export function createOpfsJournal(startWorker: () => Worker, storage: Pick<StorageManager, 'getDirectory'>): JournalStore {
  const waiting = new Map<number, (reply: JournalReply) => void>();
  let worker: Worker | null = null;
  let nextId = 0;

  const settleAll = (failed: string): void => {
    for (const [id, settle] of waiting) settle({ id, failed });
  };
  const start = (): Worker => {
    const started = startWorker();
    started.onmessage = ({ data }: MessageEvent<JournalReply>) => waiting.get(data.id)?.(data);
    started.onerror = (event) => settleAll(event.message);
    return started;
  };
  const ask = (question: JournalQuestion): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = nextId++;
      const settle = (reply: JournalReply): void => {
        clearTimeout(timer);
        waiting.delete(id);
        if ('failed' in reply) reject(new Error(reply.failed));
        else resolve(reply.value);
      };
      const timer = setTimeout(() => settle({ id, failed: 'no answer in time' }), ANSWERS_WITHIN_MS);
      waiting.set(id, settle);
      const request: JournalRequest = { id, ...question };
      (worker ??= start()).postMessage(request);
    });
  const write = (verb: 'append' | 'compact', lines: readonly string[]): Promise<Result<null, JournalFailure>> =>
    ask({ verb, lines }).then(
      (result) => result as Result<null, JournalFailure>,
      (error: unknown) => fail({ type: 'JournalUnavailable', reason: error instanceof Error ? error.message : String(error) }),
    );

  return {
    read: async () => ((await isThere(storage)) ? (ask({ verb: 'read' }) as Promise<JournalContent>) : NOTHING),
    append: (lines) => write('append', lines),
    compact: (lines) => write('compact', lines),
    async reserve() {
      if (await isThere(storage)) await ask({ verb: 'reserve' }).catch(() => undefined);
    },
    release: async () => (await isThere(storage)) && ask({ verb: 'release' }).then(Boolean, () => false),
  };
}

/** False only where there is surely none: whatever else is amiss is the worker's to tell. */
async function isThere(storage: Pick<StorageManager, 'getDirectory'>): Promise<boolean> {
  try {
    const root = await storage.getDirectory();
    await root.getDirectoryHandle(JOURNAL_FOLDER);
    return true;
  } catch (error) {
    return !(error instanceof DOMException && error.name === 'NotFoundError');
  }
}
