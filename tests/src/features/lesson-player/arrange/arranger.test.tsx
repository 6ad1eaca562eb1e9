// @vitest-environment jsdom
import { useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { loadWords } from '../../../../../src/i18n/text.ts';
import { Arranger } from '../../../../../src/features/lesson-player/arrange/Arranger.tsx';
import type { Arrangement } from '../../../../../src/features/lesson-player/arrange/arrangement.ts';

await loadWords('player');
// What jsdom has not.
vi.stubGlobal('CSS', { escape: (text: string) => text });
Object.assign(Element.prototype, { scrollIntoView: () => undefined });

const PIECES = ['a', 'b'].map((id) => ({ id, content: id, name: id }));
const outside: { render: (n: number) => void; put: (placed: Arrangement) => void; now: Arrangement } = { render: () => undefined, put: () => undefined, now: [] };
let root: Root | null = null;

/** As the player has it: the arrangement comes anew with each render, whatever that was for. */
function Player() {
  const [n, render] = useState(0);
  const [placed, setPlaced] = useState<Arrangement>([]);
  Object.assign(outside, { render, put: setPlaced, now: placed });
  return (
    <div data-n={n}>
      <Arranger pieces={PIECES} placed={placed.map((one) => ({ ...one }))} limits={{ hasSpare: true, maxIndent: 3 }} isCode marks={new Map()} isStale={false} isReadOnly={false} onChange={setPlaced} />
    </div>
  );
}

async function mount(): Promise<void> {
  const place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  root.render(<Player />);
  await expect.poll(() => document.querySelectorAll('[data-press]').length).toBe(2);
}
const button = (id: string): HTMLElement => document.querySelector<HTMLElement>(`[data-press="${id}"]`) ?? document.body;
const press = (id: string, key: string): boolean => button(id).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
const isHeld = (id: string): boolean => button(id).getAttribute('aria-pressed') === 'true';

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

it('keeps what is in the hand when it is moved right after a render that was for something else', async () => {
  await mount();
  button('a').click();
  await expect.poll(() => isHeld('a')).toBe(true);
  for (let n = 1; n <= 3; n++) {
    // At once after the commit: what the render left to be done later is not done yet.
    const committed = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        press('a', 'ArrowRight');
        resolve();
      });
      observer.observe(document.body, { subtree: true, attributeFilter: ['data-n'] });
    });
    outside.render(n);
    await committed;
    await expect.poll(() => outside.now).toEqual([{ id: 'a', indent: n }]);
    expect(isHeld('a')).toBe(true);
  }
});

it('takes out of the hand what is put elsewhere from outside, as by a reset', async () => {
  await mount();
  button('a').click();
  await expect.poll(() => isHeld('a')).toBe(true);
  outside.put([]);
  await expect.poll(() => isHeld('a')).toBe(false);
  press('a', 'ArrowRight');
  expect(outside.now).toEqual([]);
});
