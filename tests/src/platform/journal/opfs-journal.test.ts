import { expect, it } from 'vitest';
import { createOpfsJournal } from '../../../../src/platform/journal/opfs-journal.ts';

const noWorker = (): Worker => {
  throw new Error('a worker was started');
};
const storageWhere = (folder: () => Promise<FileSystemDirectoryHandle>): Pick<StorageManager, 'getDirectory'> => ({
  getDirectory: () => Promise.resolve({ getDirectoryHandle: folder } as unknown as FileSystemDirectoryHandle),
});

it('reads nothing, and starts no worker, where nothing was ever written', async () => {
  const journal = createOpfsJournal(noWorker, storageWhere(() => Promise.reject(new DOMException('none', 'NotFoundError'))));
  expect(await journal.read()).toEqual({ lines: [], damaged: 0, staleBytes: 0 });
});

it.each([
  { how: 'there is a folder', folder: () => Promise.resolve({} as FileSystemDirectoryHandle) },
  { how: 'nobody can tell', folder: () => Promise.reject<FileSystemDirectoryHandle>(new DOMException('no', 'UnknownError')) },
])('leaves the answer to the worker where $how', async ({ folder }) => {
  await expect(createOpfsJournal(noWorker, storageWhere(folder)).read()).rejects.toThrow('a worker was started');
});

it('tells a write that no worker takes', async () => {
  const mute = { postMessage: () => undefined } as unknown as Worker;
  const journal = createOpfsJournal(() => {
    queueMicrotask(() => {
      mute.onerror?.({ message: 'gone' } as ErrorEvent);
    });
    return mute;
  }, storageWhere(() => Promise.reject(new Error('not asked'))));
  expect(await journal.append(['x'])).toEqual({ ok: false, error: { type: 'JournalUnavailable', reason: 'gone' } });
});
