import { describe, expect, it } from 'vitest';
import { createMemoryFiles } from '../../../src/core/kept-files.ts';
import { createCalibration, factorOf } from '../../../src/runner/calibration.ts';
import { fakeSandboxes } from './fake-sandbox.ts';

function setUp(times: readonly string[], files = createMemoryFiles()) {
  let next = 0;
  const { opened, open } = fakeSandboxes((sandbox) => sandbox.say('ready', times[next++] ?? ''));
  return { calibration: createCalibration(open, files), opened, files };
}

describe('the calibration', () => {
  it('measures once for a device', async () => {
    const { calibration, opened, files } = setUp(['24']);
    expect(await Promise.all([calibration.factor(), calibration.factor()])).toEqual([2, 2]);
    expect(opened.map(({ isRemoved }) => isRemoved)).toEqual([true]);
    const later = setUp([], files);
    expect([await later.calibration.factor(), later.opened.length]).toEqual([2, 0]);
  });

  it('counts a later measure only when the machine was faster', async () => {
    const { calibration, files } = setUp(['24', '12']);
    await calibration.factor();
    await calibration.improve();
    expect(await calibration.factor()).toBe(1);
    const slower = setUp(['60'], files).calibration;
    await slower.improve();
    expect(await slower.factor()).toBe(1);
  });

  it('takes a machine that cannot be measured, or a note that is nonsense, for an ordinary one', async () => {
    expect(await setUp(['soon']).calibration.factor()).toBe(1);
    const files = createMemoryFiles();
    await files.write('calibration', new TextEncoder().encode('-5'));
    expect(await setUp(['24'], files).calibration.factor()).toBe(2);
  });

  it('gives factors from 1 to 6, in halves', () => {
    expect([1, 12, 12.1, 18, 30, 500, null].map(factorOf)).toEqual([1, 1, 1.5, 1.5, 2.5, 6, 1]);
  });
});
