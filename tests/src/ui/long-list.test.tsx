// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, onTestFinished } from 'vitest';
import { LongList } from '../../../src/ui/long-list.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

function show(count: number, at: number): HTMLElement {
  const home = document.body.appendChild(document.createElement('div'));
  const root = createRoot(home);
  onTestFinished(() => act(() => root.unmount()));
  const items = Array.from({ length: count }, (_, i) => i);
  const row = (item: number, index: number) => <li key={item}><a href={`#${item}`}>{index + 1}</a></li>;
  act(() => root.render(<LongList items={items} at={at} row={row} className="list" lang="en" />));
  return home;
}
const numbers = (home: HTMLElement): number[] => Array.from(home.querySelectorAll('a'), (link) => Number(link.textContent));
const press = (home: HTMLElement, words: string): void =>
  act(() => [...home.querySelectorAll('button')].find(({ textContent }) => textContent === words)?.click());

it('a list as lists are has no buttons', () => {
  const home = show(100, 50);
  expect(numbers(home)).toHaveLength(100);
  expect(home.querySelector('button')).toBeNull();
});

it('a very long one begins about what matters, numbers its lines as in the whole, and moves the focus to the edge it grew from', () => {
  const home = show(10_000, 5_000);
  expect([numbers(home)[0], numbers(home).at(-1)]).toEqual([4_981, 5_080]);
  expect(home.querySelector('ol')?.start).toBe(4_981);
  press(home, 'Show later ones (4,920)');
  expect(document.activeElement?.textContent).toBe('5080');
  expect(numbers(home).at(-1)).toBe(5_180);
  press(home, 'Show earlier ones (4,980)');
  expect(document.activeElement?.textContent).toBe('4981');
  expect(numbers(home)[0]).toBe(4_881);
});
