import type { Runner } from '../runner/runner.ts';

/** Runs nothing: in Node an engine is no sandbox, and a learner's code must not meet this machine's files. */
export const refusingRunner: Runner = {
  run: () => Promise.resolve({ outcome: 'died', output: [], pictures: [], error: null, activeMs: 0 }),
  check: () => Promise.resolve({ outcome: 'died', runs: [], error: null, tampering: null, activeMs: 0 }),
  stop: () => undefined,
  warmUp: () => undefined,
  watch: (_, listener) => {
    listener(null);
    return () => undefined;
  },
  dispose: () => undefined,
};
