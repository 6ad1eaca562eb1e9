import { expect, it } from 'vitest';
import { tryFaultsInBrowser } from '../torture/faults/in-browser.ts';
import { figuresOf as tabsFigures } from '../torture/tabs.ts';
import { tryTabs } from '../torture/tabs/try-tabs.ts';
import { figuresOf as versionFigures } from '../torture/versions.ts';
import { tryVersions } from '../torture/versions/try-versions.ts';
import { inBrowser } from './browser.ts';

/** A few of what `npm run torture -- faults|versions|tabs` tries at length. */
inBrowser('the stores, in short', () => {
  it('a request that fails leaves nothing torn, and its error has a type', async () => {
    const cases = await tryFaultsInBrowser(4);
    expect(typeof cases === 'string' ? cases : cases.filter((one) => !one.isTyped || one.torn.length + one.unhandled.length > 0)).toEqual([]);
    expect(cases.length).toBeGreaterThan(30);
  });

  it('R13, R14: an upgrade that is killed goes on, and old code writes nothing', async () => {
    const cases = await tryVersions({ points: 1, backends: ['leveldb'], only: [2] });
    if (typeof cases === 'string') throw new Error(cases);
    expect(cases.filter(({ isReached }) => !isReached)).toEqual([]);
    expect(versionFigures(cases)).toEqual({ versions: 1, rowsLost: 0, staleWrites: 0 });
  });

  it('R9: tabs at once lose nothing and double nothing', async () => {
    const cases = await tryTabs({ schedules: 3, seed: 3, acts: 8 });
    if (typeof cases === 'string') throw new Error(cases);
    expect(tabsFigures(cases)).toEqual({ schedules: 3, lost: 0, doubled: 0 });
    expect(cases.every(({ acknowledged }) => acknowledged > 0)).toBe(true);
  });
});
