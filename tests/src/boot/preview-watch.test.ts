import { expect, it, onTestFinished, vi } from 'vitest';
import { listHandle } from '../../../src/boot/preview-listing.ts';
import { watchFolder } from '../../../src/boot/preview-watch.ts';
import { handleOf } from './folder-stand-ins.ts';

/** A folder that is minded, with the hands of its clock in the test's. */
function watched() {
  vi.useFakeTimers();
  const page = { visibilityState: 'visible' };
  vi.stubGlobal('document', page);
  onTestFinished(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const place: { texts: Record<string, string> | null } = { texts: { 'course.yaml': 'a', 'lessons/010-a/lesson.md': 'words' } };
  const onSaved = vi.fn();
  const list = vi.fn(() => (place.texts === null ? Promise.reject(new Error('gone')) : listHandle(handleOf(place.texts))));
  const stop = watchFolder(list, onSaved);
  onTestFinished(stop);
  return { page, place, list, onSaved, stop, pass: (looks: number) => vi.advanceTimersByTimeAsync(looks * 750) };
}

it('hears of a file that is written, new or gone, and of a folder that is gone and comes back', async () => {
  const { place, onSaved, pass } = watched();
  await pass(3);
  expect(onSaved).not.toHaveBeenCalled();
  const states = [{ 'course.yaml': 'abc' }, { 'course.yaml': 'abc', 'lessons/020-b/lesson.md': 'new' }, { 'course.yaml': 'abc' }, null, { 'course.yaml': 'abc' }];
  for (const [index, texts] of states.entries()) {
    place.texts = texts;
    await pass(3);
    expect(onSaved).toHaveBeenCalledTimes(index + 1);
  }
});

it('waits until nothing changes any more', async () => {
  const { place, onSaved, pass } = watched();
  await pass(1);
  for (let length = 2; length < 8; length++) {
    place.texts = { 'course.yaml': 'a'.repeat(length) };
    await pass(1);
  }
  expect(onSaved).not.toHaveBeenCalled();
  await pass(2);
  expect(onSaved).toHaveBeenCalledTimes(1);
});

it('looks only while the page is seen, and no more once it is stopped', async () => {
  const { page, place, list, onSaved, stop, pass } = watched();
  await pass(1);
  page.visibilityState = 'hidden';
  place.texts = { 'course.yaml': 'abc' };
  await pass(1);
  const looks = list.mock.calls.length;
  await pass(5);
  expect(list).toHaveBeenCalledTimes(looks);
  page.visibilityState = 'visible';
  await pass(3);
  expect(onSaved).toHaveBeenCalledTimes(1);
  stop();
  place.texts = null;
  await pass(5);
  expect(onSaved).toHaveBeenCalledTimes(1);
});
