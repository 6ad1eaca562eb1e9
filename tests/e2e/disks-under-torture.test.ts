import { expect, it } from 'vitest';
import { figuresOf as corruptionFigures, harm, isWithstood as isHarmWithstood } from '../torture/corruption.ts';
import { fill, figuresOf as fullDiskFigures } from '../torture/full-disk.ts';
import { cutPower, figuresOf as powerFigures, isWithstood as isCutWithstood } from '../torture/power-loss.ts';
import { inBrowser } from './browser.ts';

const DAMAGES = ['log: zero a block', 'MANIFEST: truncate to half', 'sqlite: truncate to half'];

/** A few of what `npm run torture -- power-loss|corruption|full-disk` tries at length. */
inBrowser('the disk, in short', () => {
  it('a cut of the power loses nothing that was acknowledged', async ({ skip }) => {
    const result = await cutPower({ rounds: 1, seed: 4 });
    if (typeof result === 'string') return skip(result);
    expect(powerFigures(result.cases)).toMatchObject({ cuts: 2, lost: 0, torn: 0, failedOpens: 0 });
    expect(isCutWithstood(result)).toBe(true);
  });

  it('damage is noticed, and what was done is back', async () => {
    const cases = await harm({ rounds: 1, seed: 3, isWanted: ({ kind, how }) => DAMAGES.includes(`${kind}: ${how}`) });
    if (typeof cases === 'string') throw new Error(cases);
    const { slowestMs, ...figures } = corruptionFigures(cases);
    expect(cases.length).toBe(DAMAGES.length);
    // How long it takes is for the long form: the machine has other work here.
    expect(isHarmWithstood({ ...figures, slowestMs: 0 }), JSON.stringify({ slowestMs, cases })).toBe(true);
  });

  it('a disk that fills up takes nothing that was acknowledged, and an export works', async () => {
    const cases = await fill({ rounds: 1, seed: 5, backends: ['leveldb'] });
    if (typeof cases === 'string') throw new Error(cases);
    const { saved, kept, refused, ...bad } = fullDiskFigures(cases);
    expect(bad).toEqual({ rounds: 1, lost: 0, torn: 0, exportsFailed: 0, failedStarts: 0, untyped: 0 });
    expect(saved + kept).toBeGreaterThan(0);
    expect(kept + refused).toBeGreaterThan(0);
  });
});
