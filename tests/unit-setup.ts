import { afterAll, beforeEach, vi } from 'vitest';
import { reseed, SEED } from './factories/seed.ts';

/**
 * Runs anew for each file of the unit tests. They share what is imported, since that takes longer than most of them:
 * so each test makes the same rows alone and among its neighbours, and no file leaves anything behind for the next.
 */
beforeEach((test) => {
  reseed();
  test.onTestFailed(() => {
    console.error(`This ran with HORNBOOK_SEED=${SEED}`);
  });
});

afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
