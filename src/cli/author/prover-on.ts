import type { Prover } from '../../services/prove/prove-code.ts';
import { workOn, type Slot } from '../slots.ts';

/** Runs on a slot; one that is lost is made anew, and a job that loses it twice has died of it. */
export const proverOn = (slot: Slot, signal: AbortSignal): Prover => ({
  check: (job) => workOn(slot, signal, (place) => place.check(job), () => ({ outcome: 'died', runs: [], error: null, tampering: null, activeMs: 0 })),
  run: (job) => workOn(slot, signal, (place) => place.run(job), () => ({ outcome: 'died', output: [], pictures: [], error: null, activeMs: 0 })),
});
