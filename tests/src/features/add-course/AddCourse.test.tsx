// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fail, ok } from '../../../../src/core/result.ts';
import { AddCourse } from '../../../../src/features/add-course/AddCourse.tsx';
import { PlatformProvider } from '../../../../src/hooks/use-platform.ts';
import { ServicesProvider } from '../../../../src/hooks/use-services.ts';
import { badPack } from '../../../../src/packs/pack/bad-pack.ts';
import type { Platform } from '../../../../src/platform/platform.ts';
import { takeNews } from '../../../../src/services/packs/course-news.ts';
import { handFiles } from '../../../../src/services/packs/handed-files.ts';
import type { InstallProgress, PackOffer, PackService } from '../../../../src/services/packs/pack-service.ts';
import type { Services } from '../../../../src/services/services.ts';
import { LARGEST_FILE } from '../../../../src/ui/pack-problem-words.ts';
import { docOf } from '../../packs/pack/pack-files.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const { course } = docOf();
/** What became of each file, in its order. */
let log: string[] = [];
let here: PackOffer['here'] = { kind: 'nothing' };
let installing: { show(progress: InstallProgress): void; end(result: Awaited<ReturnType<PackOffer['install']>>): void } | null = null;
let copied = '';

const open: PackService['open'] = (file) => {
  const { name } = file as File;
  log.push(`open ${name}`);
  if (name === 'bad.hornpack') return Promise.resolve(fail(badPack('BadContent', 'm', { findings: [FINDING] })));
  const offer: PackOffer = {
    cover: { course: { ...course, title: name }, languages: ['en'], headings: {}, hash: 'h', size: 2_000, unpackedSize: 9_000, lessonCount: 1, assetCount: 0 },
    here,
    language: 'en',
    install: (show, signal) =>
      new Promise((resolve) => {
        log.push(`install ${name}`);
        installing = { show, end: resolve };
        signal.addEventListener('abort', () => {
          log.push(`call off ${name}`);
          resolve(fail({ type: 'Cancelled' }));
        });
      }),
    close: () => void log.push(`close ${name}`),
  };
  return Promise.resolve(ok(offer));
};
const FINDING = { type: 'WrongShape', file: 'pack.json', line: 3, field: 'title', expected: 'a title', found: 'nothing' } as const;
const services = { packs: () => Promise.resolve({ open }) } as unknown as Services;
const platform = {
  appVersion: '0.1.0',
  copyText(text: string) {
    copied = text;
    return Promise.resolve(true);
  },
} as unknown as Platform;

let root: ReturnType<typeof createRoot>;
const screen = (): string => document.body.textContent;
const settle = (): Promise<void> => act(() => new Promise<void>((resolve) => setTimeout(resolve, 5)));
const fileOf = (name: string): File => new File(['x'], name);
const give = async (...files: File[]): Promise<void> => {
  const input = document.querySelector<HTMLInputElement>('input[type=file]') ?? expect.fail('no file input');
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  Object.defineProperty(input, 'value', { value: '', writable: true, configurable: true });
  act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
  await settle();
};
const button = (name: string): HTMLButtonElement =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name) ?? expect.fail(`no button ${name} in ${screen()}`);
const press = async (name: string, times = 1): Promise<void> => {
  const pressed = button(name);
  act(() => {
    for (let i = 0; i < times; i++) pressed.click();
  });
  await settle();
};
const escape = async (): Promise<void> => {
  act(() => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
  await settle();
};

beforeEach(async () => {
  log = [];
  here = { kind: 'nothing' };
  installing = null;
  window.location.hash = '#/add';
  root = createRoot(document.body.appendChild(document.createElement('div')));
  act(() => root.render(<PlatformProvider value={platform}><ServicesProvider value={services}><AddCourse /></ServicesProvider></PlatformProvider>));
  await settle();
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});

it('shows what a file is before anything is written, and puts it aside again', async () => {
  await give(fileOf('tea'));
  for (const fact of ['tea', 'Ada', 'Creative Commons Attribution 4.0', 'MIT License', '2 kB', '1 lesson', 'Nothing on this device has changed yet.']) expect(screen()).toContain(fact);
  expect(document.activeElement?.tagName).toBe('H2');
  await press('Cancel');
  expect(log).toEqual(['open tea', 'close tea']);
  expect(document.activeElement).toBe(document.querySelector('input[type=file]'));
});

it('adds once however often it is pressed, tells how far it is, and goes to the course', async () => {
  await give(fileOf('tea'));
  await press('Add to the library', 3);
  act(() => installing?.show({ step: 'reading', fraction: 0.6 }));
  expect(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('60');
  expect([...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent)).toContain('tea: 50% read');
  act(() => installing?.show({ step: 'writing', fraction: 0.2 }));
  await press('Stop');
  await escape();
  installing?.end(ok({ courseId: 'tea-id' }));
  await settle();
  expect(log).toEqual(['open tea', 'install tea', 'close tea']);
  expect(window.location.hash).toBe('#/course/tea-id');
  expect(takeNews('tea-id')).toEqual({ courseId: 'tea-id', how: 'added', title: 'tea', version: '1.2.3' });
});

it('stops reading at Escape, and says that nothing was kept', async () => {
  await give(fileOf('tea'));
  await press('Add to the library');
  await escape();
  expect(log).toEqual(['open tea', 'install tea', 'call off tea', 'close tea']);
  expect(screen()).toContain('Nothing of it was kept.');
  expect(window.location.hash).toBe('#/add');
});

it('lets go of the file when the screen is left, and calls the reading off', async () => {
  await give(fileOf('one'));
  act(() => root.render(null));
  await settle();
  expect(log).toEqual(['open one', 'close one']);
});

it('calls the reading off when the screen is left meanwhile', async () => {
  await give(fileOf('one'));
  await press('Add to the library');
  act(() => root.render(null));
  await settle();
  expect(log).toEqual(['open one', 'install one', 'call off one', 'close one']);
  expect(window.location.hash).toBe('#/add');
});

it('offers nothing to do but to open a course that is here already', async () => {
  here = { kind: 'same' };
  await give(fileOf('tea'));
  expect(screen()).toContain('You have this course already');
  expect(document.querySelector('a')?.getAttribute('href')).toBe('#/course/tea');
});

it('does not open a file that is too large', async () => {
  const huge = fileOf('huge');
  Object.defineProperty(huge, 'size', { value: LARGEST_FILE + 1 });
  await give(huge);
  expect(log).toEqual([]);
  expect(screen()).toContain('This file is too large');
});

it('lists what an author has to mend, to be copied', async () => {
  await give(fileOf('bad.hornpack'));
  expect(screen()).toContain('pack.json:3 title');
  expect(screen()).toContain('Expected a title, found nothing.');
  await press('Copy the list');
  expect(copied).toBe('pack.json:3: title: expected a title, found nothing');
});

it('takes several files one after another, and a bad one keeps none from being added', async () => {
  await give(fileOf('one'), fileOf('bad.hornpack'), fileOf('two'));
  expect(screen()).toContain('File 1 of 3');
  await press('Add to the library');
  installing?.end(ok({ courseId: 'one-id' }));
  await settle();
  expect(screen()).toContain('one is in the library. Next: bad.hornpack.');
  await press('Skip this file');
  expect(screen()).toContain('File 3 of 3');
  await press('Add to the library');
  installing?.end(ok({ courseId: 'two-id' }));
  await settle();
  expect(window.location.hash).toBe('#/course/two-id');
  expect(log).toEqual(['open one', 'install one', 'close one', 'open bad.hornpack', 'open two', 'install two', 'close two']);
});

it('takes what was dropped on the library', async () => {
  act(() => root.render(null));
  handFiles([fileOf('dropped')]);
  act(() => root.render(<PlatformProvider value={platform}><ServicesProvider value={services}><AddCourse /></ServicesProvider></PlatformProvider>));
  await settle();
  expect(log).toEqual(['open dropped']);
});

it('takes what is dropped on the window, one at a time', async () => {
  const drop = (files: readonly File[]): boolean => {
    const event = new Event('drop', { cancelable: true });
    Object.assign(event, { dataTransfer: { types: ['Files'], files } });
    act(() => void window.dispatchEvent(event));
    return event.defaultPrevented;
  };
  expect(drop([fileOf('tea')])).toBe(true);
  await settle();
  await press('Add to the library');
  expect(drop([fileOf('coffee')])).toBe(true);
  await settle();
  expect(log).toEqual(['open tea', 'install tea']);
  expect(screen()).toContain('One after another');
});
