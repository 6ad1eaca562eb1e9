// @vitest-environment jsdom
import { runInThisContext } from 'node:vm';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchScript, watchStart } from '../../../../src/platform/shell/watch-start.ts';

const told = vi.fn();
/** Observers and listeners outlive a test: each watch speaks only to the worker of its own. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  document.body.innerHTML = '<div id="root"></div>';
  const postMessage = vi.fn(told);
  Object.defineProperty(navigator, 'serviceWorker', { value: { controller: { postMessage } }, configurable: true });
  watchStart(60_000, 500);
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  told.mockClear();
});

const draw = async (html: string): Promise<void> => {
  (document.getElementById('root') ?? document.body).innerHTML = html;
  await Promise.resolve();
};
const words = (): unknown[] => told.mock.calls.map(([word]) => (word as { type: string }).type);

it('a page is up once a heading has stayed for a moment', async () => {
  await draw('<p role="status">Loading</p>');
  await draw('<h1>Amina</h1>');
  expect(words()).toEqual([]);
  vi.advanceTimersByTime(500);
  expect(words()).toEqual(['STARTED']);
});

it('a heading that gives way to the words of a bug is no start', async () => {
  await draw('<h1>Amina</h1>');
  await draw('<div data-failed><h1>Something broke</h1></div>');
  vi.advanceTimersByTime(60_000);
  expect(words()).toEqual(['FAILED']);
});

it('an error while nothing is drawn is told at once, and once', () => {
  dispatchEvent(new ErrorEvent('error', { error: new Error('at load') }));
  dispatchEvent(new ErrorEvent('error', { error: new Error('again') }));
  expect(words()).toEqual(['FAILED']);
});

it('a script that cannot be had is told, a picture is not', () => {
  document.body.append(document.createElement('img'), document.createElement('script'));
  document.querySelector('img')?.dispatchEvent(new Event('error'));
  expect(words()).toEqual([]);
  document.querySelector('script')?.dispatchEvent(new Event('error'));
  expect(words()).toEqual(['FAILED']);
});

it('an error of a page that has drawn something is the app’s to mind', async () => {
  await draw('<p role="status">Loading</p>');
  dispatchEvent(new ErrorEvent('error', { error: new Error('a stray one') }));
  expect(words()).toEqual([]);
});

it('a page that stays empty is told of after a minute', () => {
  vi.advanceTimersByTime(59_999);
  expect(words()).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(words()).toEqual(['FAILED']);
});

it('the script is whole by itself', () => {
  vi.runAllTimers();
  told.mockClear();
  runInThisContext(watchScript());
  vi.advanceTimersByTime(60_000);
  expect(words()).toEqual(['FAILED']);
});
