import { expect, it, vi } from 'vitest';
import { readInWorker } from '../../../src/boot/preview-in-worker.ts';
import type { PackNews } from '../../../src/boot/pack-reader-messages.ts';

const FOLDER = { name: 'my-tea', files: [], courses: [] };

/** A worker that answers by this, or not at all. */
function workerThat(answer: ((worker: Worker) => void) | null) {
  const terminate = vi.fn();
  const worker = { onmessage: null, onerror: null, postMessage: () => answer?.(worker as unknown as Worker), terminate };
  return { start: () => worker as unknown as Worker, terminate };
}
const says = (news: PackNews) => (worker: Worker) => void worker.onmessage?.({ data: news } as MessageEvent<PackNews>);

it('ends its worker, and says why there is no course when that dies or takes for ever', async () => {
  const reason = /for want of memory/;
  const cases = [
    [workerThat((worker) => void worker.onerror?.({} as ErrorEvent)), reason],
    [workerThat(says({ kind: 'refused', bad: { type: 'BadPack', reason: 'TooLarge', message: 'm', needs: null, findings: [] } })), reason],
    [workerThat(null), /takes too long/],
  ] as const;
  for (const [{ start, terminate }, words] of cases) {
    const { source, pack } = await readInWorker(start, FOLDER, 10);
    expect([source.course, pack]).toEqual([null, null]);
    expect(source.reason).toMatch(words);
    expect(terminate).toHaveBeenCalledTimes(1);
  }
});

it('rejects where there is a bug', async () => {
  const { start, terminate } = workerThat(says({ kind: 'broke', message: 'a bug' }));
  await expect(readInWorker(start, FOLDER)).rejects.toThrow('a bug');
  expect(terminate).toHaveBeenCalledTimes(1);
});
