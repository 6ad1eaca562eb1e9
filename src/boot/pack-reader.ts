import type { Exercise } from '../../db/models/exercise.ts';
import type { Lesson } from '../../db/models/lesson.ts';
import type { New } from '../../db/models/row.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { BadPack } from '../packs/pack/bad-pack.ts';
import type { PackAsset, PackCover, PackReader } from '../packs/pack/pack-reader.ts';
import { TextLists } from '../packs/row-lists.ts';
import type { PackNews, PackQuestion } from './pack-reader-messages.ts';

/** A worker that says nothing for so long is stuck, by a pack that was made for it. */
const PATIENCE_MS = 30_000;
/** A stick that gives its bytes no faster than this is still only slow. Bytes a millisecond. */
const SLOWEST = 1_000;
/** Counted in small steps: a device that slept must not be taken for a worker that did. */
const STEPS = 30;

/** One question to the worker, until it is answered. */
interface Waiting {
  readonly hear: (news: PackNews) => void;
  readonly reject: (reason: Error) => void;
  readonly refuse: (bad: BadPack) => void;
}

/**
 * Reads a pack in a worker of its own (`startWorker` starts pack-worker.ts), which goes with the reader. A worker that
 * dies or is stuck refuses the pack; a bug in it rejects.
 */
export function createPackReader(startWorker: () => Worker, patienceMs = PATIENCE_MS): PackReader {
  let worker: Worker | null = null;
  let waiting: Waiting | null = null;
  let silent = 0;

  const end = (settle: (asked: Waiting) => void): void => {
    worker?.terminate();
    worker = null;
    if (waiting !== null) settle(waiting);
    waiting = null;
  };
  const start = (): Worker => {
    const started = startWorker();
    started.onmessage = ({ data }: MessageEvent<PackNews>) => {
      silent = 0;
      if (data.kind === 'broke') end(({ reject }) => reject(new Error(data.message)));
      else waiting?.hear(data);
    };
    started.onmessageerror = () => end(({ refuse }) => refuse(DIED));
    started.onerror = () => end(({ refuse }) => refuse(DIED));
    return started;
  };
  const ask = <T>(
    question: PackQuestion,
    within: number,
    hear: (news: PackNews) => Result<T, BadPack> | null,
  ): Promise<Result<T, BadPack>> =>
    new Promise<Result<T, BadPack>>((resolve, reject) => {
      const asked = (worker ??= start());
      silent = 0;
      const watch = setInterval(() => {
        silent += 1;
        if (silent >= STEPS) end(({ refuse }) => refuse(STUCK));
      }, within / STEPS);
      const settled = (): void => {
        clearInterval(watch);
        waiting = null;
      };
      waiting = {
        hear(news) {
          const answer = hear(news);
          if (answer === null) return;
          settled();
          resolve(answer);
        },
        reject(reason) {
          settled();
          reject(reason);
        },
        refuse(bad) {
          settled();
          resolve(fail(bad));
        },
      };
      asked.postMessage(question);
    });

  return {
    open: (file) =>
      ask<PackCover>({ verb: 'open', file }, patienceMs + file.size / SLOWEST, (news) => (news.kind === 'opened' ? news.result : null)),
    async read(onProgress, signal, language) {
      signal.throwIfAborted();
      if (worker === null) throw new Error('A pack is read before it was opened, or after it was closed');
      const onAbort = (): void => end(({ reject }) => reject(signal.reason as Error));
      signal.addEventListener('abort', onAbort, { once: true });
      const more = (): void => worker?.postMessage({ verb: 'more' } satisfies PackQuestion);
      const lists = { lessons: new TextLists<New<Lesson>>(), exercises: new TextLists<New<Exercise>>() };
      const assets: PackAsset[] = [];
      try {
        return await ask({ verb: 'read', language }, patienceMs, (news) => {
          switch (news.kind) {
            case 'progress':
              onProgress(news.fraction);
              return null;
            case 'lessons':
            case 'exercises':
              lists[news.kind].add(news.list);
              more();
              return null;
            case 'asset':
              assets.push(news.asset);
              return null;
            case 'whole':
              return ok({ rows: { ...news.head, ...lists }, untranslated: news.untranslated, assets, bytes: news.bytes });
            case 'refused':
              return fail(news.bad);
            default:
              return null;
          }
        });
      } finally {
        signal.removeEventListener('abort', onAbort);
      }
    },
    close: () => end(({ reject }) => reject(new DOMException('The pack was closed', 'AbortError'))),
  };
}

const REFUSED = { type: 'BadPack', needs: null, findings: [] } as const;
const DIED: BadPack = { ...REFUSED, reason: 'Damaged', message: 'It could not be read to its end: what read it was broken off, maybe for want of memory.' };
const STUCK: BadPack = { ...REFUSED, reason: 'Unsafe', message: 'Something in it takes too long to read.' };
