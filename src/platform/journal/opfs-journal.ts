import { fail, type Result } from '../../core/result.ts';
import type { JournalContent, JournalFailure, JournalStore } from './journal-store.ts';
import type { JournalQuestion, JournalReply, JournalRequest } from './journal-worker.ts';

/** A disk that takes longer than this to answer is taken for one that never will. */
const ANSWERS_WITHIN_MS = 5_000;

/**
 * The journal in the origin's private file system, which outlives a broken database. `startWorker` starts
 * `journal-worker.ts`, named after the tab.
 */
export function createOpfsJournal(startWorker: () => Worker): JournalStore {
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
    read: () => ask({ verb: 'read' }) as Promise<JournalContent>,
    append: (lines) => write('append', lines),
    compact: (lines) => write('compact', lines),
    bytes: () => ask({ verb: 'bytes' }) as Promise<number>,
  };
}
