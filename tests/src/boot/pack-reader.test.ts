import { ok as truth } from 'node:assert/strict';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { expect, it, onTestFinished, vi } from 'vitest';
import { inTexts, type PackNews, type PackQuestion } from '../../../src/boot/pack-reader-messages.ts';
import { createPackReader } from '../../../src/boot/pack-reader.ts';
import { servePack } from '../../../src/boot/pack-reader-serve.ts';
import { readInWorker } from '../../../src/boot/preview-in-worker.ts';
import { bundleOf } from '../../../src/packs/row-lists.ts';
import { createDirectReader } from '../../../src/packs/pack/direct-reader.ts';
import type { PackReader } from '../../../src/packs/pack/pack-reader.ts';
import { readFolder } from '../../../src/packs/preview-folder.ts';
import { APP, docOf, packOf } from '../packs/pack/pack-files.ts';
import { CHOICE, CODE, courseFiles, lessonWith, TRUE_FALSE } from '../packs/source/course-files.ts';

const CUP = 'lessons/010-tea/cup.svg';
const pack = await packOf(docOf(courseFiles(lessonWith(CHOICE, CODE, TRUE_FALSE))), { [CUP]: new TextEncoder().encode('<svg/>') });
const file = new Blob([pack]);
const never = new AbortController().signal;

interface FakeWorker {
  readonly worker: Worker;
  readonly news: PackNews[];
  readonly isEnded: () => boolean;
}

/** What the page sees of a worker, around a reader in this thread: all they say is cloned, as between real ones. */
function workerAround(reader: PackReader): FakeWorker {
  const { port1, port2 } = new MessageChannel();
  const news: PackNews[] = [];
  let isEnded = false;
  const worker = {
    onmessage: null as ((event: { data: PackNews }) => void) | null,
    postMessage: (question: PackQuestion) => port1.postMessage(question),
    terminate() {
      isEnded = true;
      port1.close();
    },
  };
  port1.on('message', (data: PackNews) => {
    news.push(data);
    worker.onmessage?.({ data });
  });
  servePack(
    {
      postMessage: (said, transfer) => port2.postMessage(said, transfer as MessagePort[]),
      addEventListener: (_, listener) => void port2.on('message', (data: PackQuestion) => listener({ data })),
    },
    reader,
  );
  onTestFinished(() => port1.close());
  return { worker: worker as unknown as Worker, news, isEnded: () => isEnded };
}

const muteReader = (read: PackReader['read'] = () => new Promise(() => undefined)): PackReader => ({ ...createDirectReader(APP), read });

it('gives what the direct reader gives', async () => {
  const direct = createDirectReader(APP);
  const { worker } = workerAround(createDirectReader(APP));
  const reader = createPackReader(() => worker);
  expect(await reader.open(file)).toEqual(await direct.open(file));
  const fractions: number[] = [];
  const [there, here] = [await reader.read((fraction) => fractions.push(fraction), never), await direct.read(() => undefined, never)];
  truth(there.ok && here.ok);
  const { packId, version, course, lessons, exercises } = bundleOf(here.value.rows);
  expect(bundleOf(there.value.rows)).toEqual({ packId, version, course, lessons, exercises });
  expect(there.value.assets).toEqual(here.value.assets);
  expect(there.value.bytes).toEqual(pack);
  expect(fractions.at(-1)).toBe(1);
});

it('is given list after list of rows, each only when the one before is taken in', async () => {
  const said: PackNews[] = [];
  let hear: (event: { readonly data: PackQuestion }) => void = () => undefined;
  servePack({ postMessage: (news) => said.push(news), addEventListener: (_, listener) => (hear = listener) }, createDirectReader(APP));
  const kinds = (): string[] => said.map(({ kind }) => kind).filter((kind) => kind !== 'progress');
  hear({ data: { verb: 'open', file } });
  await vi.waitFor(() => expect(kinds()).toEqual(['opened']));
  hear({ data: { verb: 'read', language: undefined } });
  await vi.waitFor(() => expect(kinds()).toEqual(['opened', 'lessons']));
  hear({ data: { verb: 'more' } });
  await vi.waitFor(() => expect(kinds()).toEqual(['opened', 'lessons', 'exercises']));
  hear({ data: { verb: 'more' } });
  await vi.waitFor(() => expect(kinds().at(-1)).toBe('whole'));
});

it('passes a refusal on, at the opening and at the reading', async () => {
  const atOnce = createPackReader(() => workerAround(createDirectReader(APP)).worker);
  expect(await atOnce.open(new Blob(['no zip']))).toMatchObject({ ok: false, error: { reason: 'NotAPack' } });
  const bad = { type: 'BadPack', reason: 'BadContent', message: 'm', needs: null, findings: [] } as const;
  const later = createPackReader(() => workerAround(muteReader(() => Promise.resolve({ ok: false, error: bad }))).worker);
  await later.open(file);
  expect(await later.read(() => undefined, never)).toEqual({ ok: false, error: bad });
});

it('tells little of much progress, and the end of it always', async () => {
  const { worker, news } = workerAround(
    muteReader((onProgress) => {
      for (let i = 1; i <= 1_000; i++) onProgress(i / 1_000);
      return createDirectReader(APP).open(file).then(() => Promise.reject(new Error('enough')));
    }),
  );
  const reader = createPackReader(() => worker);
  await reader.open(file);
  await expect(reader.read(() => undefined, never)).rejects.toThrow('enough');
  expect(news.filter(({ kind }) => kind === 'progress')).toEqual([{ kind: 'progress', fraction: 0.001 }, { kind: 'progress', fraction: 1 }]);
});

it('ends the worker when it is called off, and rejects with the reason', async () => {
  const { worker, isEnded } = workerAround(muteReader());
  const reader = createPackReader(() => worker);
  await reader.open(file);
  const stop = new AbortController();
  const reading = reader.read(() => undefined, stop.signal);
  stop.abort(new Error('enough'));
  await expect(reading).rejects.toThrow('enough');
  expect(isEnded()).toBe(true);
  await expect(reader.read(() => undefined, stop.signal)).rejects.toThrow('enough');
});

it('ends the worker when it is closed, and whoever waits hears of it', async () => {
  const { worker, isEnded } = workerAround(muteReader());
  const reader = createPackReader(() => worker);
  await reader.open(file);
  const reading = reader.read(() => undefined, never);
  await new Promise((resolve) => setTimeout(resolve));
  reader.close();
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  expect(isEnded()).toBe(true);
});

it('refuses the pack when its worker dies, and when it is stuck', async () => {
  const dying = workerAround(muteReader());
  const first = createPackReader(() => dying.worker);
  await first.open(file);
  const reading = first.read(() => undefined, never);
  await new Promise((resolve) => setTimeout(resolve));
  dying.worker.onerror?.({ message: 'gone' } as ErrorEvent);
  expect(await reading).toMatchObject({ ok: false, error: { reason: 'Damaged' } });
  expect(dying.isEnded()).toBe(true);

  const stuck = workerAround(muteReader());
  const second = createPackReader(() => stuck.worker, 60);
  await second.open(file);
  expect(await second.read(() => undefined, never)).toMatchObject({ ok: false, error: { reason: 'Unsafe' } });
  expect(stuck.isEnded()).toBe(true);
});

it('refuses a file that went away, and rejects where there is a bug', async () => {
  const failing = (error: Error): PackReader => ({ ...muteReader(), open: () => Promise.reject(error) });
  const open = (error: Error): ReturnType<PackReader['open']> => createPackReader(() => workerAround(failing(error)).worker).open(file);
  expect(await open(new DOMException('gone', 'NotReadableError'))).toMatchObject({ ok: false, error: { reason: 'Damaged' } });
  expect(await open(new RangeError('Array buffer allocation failed'))).toMatchObject({ ok: false, error: { reason: 'TooLarge' } });
  await expect(open(new TypeError('a bug'))).rejects.toThrow('a bug');
});

it('makes the pack of an author’s folder, and ends', async () => {
  const files = Object.entries(courseFiles(lessonWith(CHOICE))).map(([path, text]) => ({ path, file: new Blob([text]) }));
  const { worker, isEnded } = workerAround(createDirectReader(APP));
  const look = await readInWorker(() => worker, { name: 'my-tea', files, courses: [] });
  expect(look).toEqual(await readFolder({ name: 'my-tea', files, courses: [] }));
  expect([look.source.course?.id, isEnded()]).toEqual(['tea', true]);
});

it('sends each list of rows as one text, and a long list as several', () => {
  const row = (id: string, words = '') => ({ id, words });
  const lists = [[row('a'), row('b')], [], ['c', 'd', 'e'].map((id) => row(id, 'x'.repeat(100_000))), [row('f', 'x'.repeat(300_000))]];
  const sent = [...inTexts(lists)];
  expect(sent.map(({ ids }) => ids)).toEqual([['a', 'b'], ['c', 'd'], ['e'], ['f']]);
  expect(sent.flatMap(({ text }) => JSON.parse(text) as unknown)).toEqual(lists.flat());
});
