// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { mountNotice } from '../../../src/app/mount-notice.tsx';
import { t } from '../../../src/i18n/text.ts';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
const root = document.body.appendChild(document.createElement('div'));
const notice = (): HTMLElement | null => document.querySelector('.recovery-notice');
const mount = (trouble: string): Promise<void> => act(() => mountNotice(trouble));

afterEach(() => act(() => document.querySelector('button')?.click()));

it.each(['JournalUnavailable', 'JournalFull', 'StoreFailed', 'saved', 'kept', 'refused'])('tells of %s in words of its own, and of the backup file', async (trouble) => {
  await mount(trouble);
  const words = notice()?.textContent ?? '';
  expect(words).toContain(t('recovery.troubleTitle', { trouble }));
  expect(words).toContain(t('recovery.troubleWords', { trouble }));
  expect(words).toContain('backup file');
  expect(words).not.toMatch(/[{}]|undefined/);
  expect(notice()?.querySelector('a')?.getAttribute('href')).toBe('#/data');
});

it('says of an answer whether it is saved, kept or on the screen alone', () => {
  const words = ['saved', 'kept', 'refused'].map((trouble) => t('recovery.troubleWords', { trouble }));
  expect(new Set(words).size).toBe(3);
  expect(words[1]).toContain('kept in the second copy');
  expect(words[2]).toContain('nowhere but on this screen');
});

it('goes when it is understood, and gives way to the next', async () => {
  await mount('saved');
  await mount('kept');
  expect(document.querySelectorAll('.recovery-notice')).toHaveLength(1);
  act(() => document.querySelector('button')?.click());
  expect(notice()).toBeNull();
  expect(root.isConnected).toBe(true);
});

it('tells of an answer on a full disk rather than of the second copy, whichever comes first', async () => {
  const title = (): string | null | undefined => notice()?.getAttribute('aria-label');
  await mount('saved');
  await mount('JournalFull');
  expect(title()).toBe(t('recovery.troubleTitle', { trouble: 'saved' }));
  act(() => document.querySelector('button')?.click());
  await mount('JournalFull');
  expect(title()).toBe(t('recovery.troubleTitle', { trouble: 'JournalFull' }));
  await mount('saved');
  expect(title()).toBe(t('recovery.troubleTitle', { trouble: 'saved' }));
});
