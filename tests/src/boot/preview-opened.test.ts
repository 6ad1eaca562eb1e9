import { expect, it, vi } from 'vitest';
import type { PackNews, PackQuestion } from '../../../src/boot/pack-reader-messages.ts';
import { openedFeed } from '../../../src/boot/preview-opened.ts';
import type { watchFolder } from '../../../src/boot/preview-watch.ts';
import { createDirectReader } from '../../../src/packs/pack/direct-reader.ts';
import { readFolder } from '../../../src/packs/preview-folder.ts';
import { APP, opened as packIn, packOf } from '../packs/pack/pack-files.ts';
import { CHOICE, courseFiles, lessonWith } from '../packs/source/course-files.ts';
import { entryOf, filesOf, handleOf } from './folder-stand-ins.ts';

const GOOD = courseFiles(lessonWith(CHOICE));

/** A worker that reads folders where it is called. */
function startPackWorker(): Worker {
  const worker = {
    onmessage: null as ((event: { data: PackNews }) => void) | null,
    postMessage: (question: PackQuestion) => {
      if (question.verb === 'build') void readFolder(question.folder).then((look) => worker.onmessage?.({ data: { kind: 'built', look } }));
    },
    terminate: () => undefined,
  };
  return worker as unknown as Worker;
}

function feedOf(pickFolder: (() => Promise<FileSystemDirectoryHandle>) | null = null) {
  const watch = vi.fn<typeof watchFolder>(() => () => undefined);
  const feed = openedFeed({ startPackWorker, openPackReader: () => Promise.resolve(createDirectReader(APP)), watch, pickFolder });
  const onChange = vi.fn();
  feed.onChange(onChange);
  return { feed, onChange, watch };
}

it('has nothing to show and nothing to tell until something is opened', async () => {
  const { feed, onChange } = feedOf();
  expect(feed.opened()).toBeNull();
  expect((await feed.read())?.source).toEqual({ course: null, reason: null, findings: [] });
  expect(onChange).not.toHaveBeenCalled();
});

it('reads a folder from a file input, which is to be chosen again', async () => {
  const { feed, onChange } = feedOf();
  feed.opener.openFolder(filesOf(GOOD));
  expect(onChange).toHaveBeenCalledTimes(1);
  expect(feed.opened()).toEqual({ name: 'my-tea', again: 'folder' });
  const look = await feed.read();
  expect(look?.source.course).toMatchObject({ id: 'tea' });
  const pack = await packIn(new Uint8Array((await (await look?.pack())?.arrayBuffer()) ?? new ArrayBuffer()));
  expect(pack.hash).toBe(look?.source.course?.hash);
});

it('reads a folder that was picked as it now is, and says when it is gone', async () => {
  const handle = handleOf(GOOD);
  const { feed, onChange, watch } = feedOf(() => Promise.resolve(handle));
  feed.opener.askFolder?.();
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
  expect(feed.opened()).toEqual({ name: 'my-tea', again: 'itself' });
  expect((await feed.read())?.source.course).toMatchObject({ version: '1.2.3' });
  Object.assign(handle, handleOf({ ...GOOD, 'course.yaml': (GOOD['course.yaml'] ?? '').replace('1.2.3', '1.3.0') }));
  feed.opener.again();
  expect(onChange).toHaveBeenCalledTimes(2);
  // As when a file was saved.
  watch.mock.lastCall?.[1]();
  expect(onChange).toHaveBeenCalledTimes(3);
  expect((await feed.read())?.source.course).toMatchObject({ version: '1.3.0' });
  Object.assign(handle, { values: () => { throw new DOMException('gone', 'NotFoundError'); } });
  expect((await feed.read())?.source).toEqual({ course: null, reason: 'my-tea can no longer be read. Open it again.', findings: [] });
});

it('opens nothing where the picker is called off', async () => {
  const { feed, onChange } = feedOf(() => Promise.reject(new DOMException('off', 'AbortError')));
  feed.opener.askFolder?.();
  await new Promise((resolve) => setTimeout(resolve));
  expect([feed.opened(), onChange.mock.calls]).toEqual([null, []]);
});

it('gives a pack as it is, and says why another file is none', async () => {
  const { feed } = feedOf();
  const file = new File([await packOf()], 'tea.hornpack');
  feed.opener.openPack([file]);
  const look = await feed.read();
  expect([look?.source.course?.id, await look?.pack()]).toEqual(['tea', file]);
  feed.opener.openPack([new File(['Dear reader'], 'letter.zip')]);
  expect(feed.opened()).toEqual({ name: 'letter.zip', again: 'pack' });
  expect((await feed.read())?.source.reason).toMatch(/zip/);
});

it('takes a folder or a pack that is dropped, and nothing of a drop without files', async () => {
  const { feed, onChange } = feedOf();
  const dropped = (...items: object[]): DataTransfer => ({ items } as unknown as DataTransfer);
  feed.opener.openDropped(dropped({ kind: 'string' }));
  expect(onChange).not.toHaveBeenCalled();
  feed.opener.openDropped(dropped({ kind: 'file', webkitGetAsEntry: () => entryOf(GOOD), getAsFile: () => new File([], 'my-tea') }));
  expect(feed.opened()).toEqual({ name: 'my-tea', again: 'itself' });
  expect((await feed.read())?.source.course).toMatchObject({ id: 'tea' });
  const file = new File([await packOf()], 'tea.hornpack');
  feed.opener.openDropped(dropped({ kind: 'file', webkitGetAsEntry: () => ({ isDirectory: false }), getAsFile: () => file }));
  expect(feed.opened()).toEqual({ name: 'tea.hornpack', again: 'pack' });
});
