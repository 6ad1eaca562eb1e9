// @vitest-environment jsdom
import { act } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { mountPreview, type PreviewPlace } from '../../../src/app/mount-preview.tsx';
import type { CourseOpener, PreviewState } from '../../../src/app/preview-state.ts';
import { t } from '../../../src/i18n/text.ts';
import type { PackError } from '../../../src/packs/pack-error.ts';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
const opener: CourseOpener = { askFolder: vi.fn(), openFolder: vi.fn(), openPack: vi.fn(), openDropped: vi.fn(), again: vi.fn() };
const finding = (file: string, line: number): PackError => ({ type: 'BadContent', file, line, field: '', expected: 'a cup', found: 'none' });
const NOTHING: PreviewState = { shown: null, reason: null, findings: [], isLost: false, opened: null, isReading: false };
const SHOWN: PreviewState = { ...NOTHING, shown: { title: 'Tea', version: '1.0.0' }, opened: { name: 'my-tea', again: 'itself' } };
const BROKEN: PreviewState = { ...SHOWN, findings: [finding('course.yaml', 3), finding('lessons/010-a/lesson.md', 7), finding('lessons/010-a/lesson.md', 9)] };

let place: PreviewPlace;
const show = (state: PreviewState): void => act(() => place.show(state));
const listed = (): string[] => [...document.querySelectorAll('.course-findings__path, .course-findings__line')].map(({ textContent }) => textContent);
const button = (name: string): HTMLButtonElement | undefined => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
const press = (name: string): void => act(() => button(name)?.click());

const mount = async (by: CourseOpener | null): Promise<void> => {
  const app = document.createElement('div');
  document.body.replaceChildren(app);
  place = await mountPreview(app, by);
};
beforeEach(() => mount(opener));

it('lists all findings, file by file', () => {
  show(BROKEN);
  expect(listed()).toEqual(['course.yaml', 'Line 3', 'lessons/010-a/lesson.md', 'Line 7', 'Line 9']);
  const many = Array.from({ length: 300 }, (_, i) => finding('course.yaml', i));
  show({ ...NOTHING, findings: many });
  expect(listed()).toHaveLength(301);
});

it('keeps the list away once it is put away, through a save that mends nothing, until there is nothing in it', () => {
  show(BROKEN);
  press(t('preview.hide'));
  expect(listed()).toEqual([]);
  show({ ...SHOWN, isReading: true });
  show(BROKEN);
  expect([listed(), button(t('preview.count', { count: 3 }))?.getAttribute('aria-expanded')]).toEqual([[], 'false']);
  press(t('preview.count', { count: 3 }));
  expect(listed()).toHaveLength(5);
  press(t('preview.hide'));
  show(SHOWN);
  show(BROKEN);
  expect(listed()).toHaveLength(5);
});

it('asks for a folder where the browser can, and looks again by itself', () => {
  show(NOTHING);
  press(t('preview.openFolder'));
  expect(opener.askFolder).toHaveBeenCalledTimes(1);
  show(SHOWN);
  press(t('preview.again'));
  expect(opener.again).toHaveBeenCalledTimes(1);
});

it('takes the focus to what was found in a course that cannot be shown', () => {
  show({ ...NOTHING, opened: SHOWN.opened, findings: BROKEN.findings });
  expect(document.activeElement?.textContent).toBe(t('preview.findings', { count: 3 }));
});

it('has no way to open another where a server gives the course, and tells when that is gone', async () => {
  await mount(null);
  show(NOTHING);
  expect([document.querySelectorAll('input, button, .preview-strip a').length, document.querySelector('h1')?.textContent]).toEqual([0, t('preview.title')]);
  show({ ...SHOWN, opened: null, isLost: true });
  expect(document.querySelector('.overlays [role=status]')?.textContent).toContain(t('preview.lost'));
});
