import type { CodeLanguage } from '../../db/models/enums.ts';
import type { Calibration } from './calibration.ts';
import type { LoadEngine } from './engines/load-engine.ts';
import type { Handovers } from './handovers.ts';
import { createPool, type Pool } from './pool.ts';
import type { Preparation } from './runner.ts';
import type { OpenSandbox } from './sandbox/sandbox.ts';
import { whenIdle } from './when-idle.ts';

/** After a job, so that the one pressed right afterwards finds the machine free. */
const AFTER_JOB_MS = 250;
/** A job that runs this long may have to be killed: if nothing stands ready, its successor is made meanwhile. */
const LONG_JOB_MS = 300;
/** A learner who has not pressed Run by then is still reading. */
const READING_MS = 2_000;

/** Warm sandboxes of every language in use, tended while no job runs. */
export interface Spares {
  /** The language's pool; from now on it is tended. */
  of(language: CodeLanguage): Pool;
  /** Tends as soon as possible: the language is about to be needed. */
  warmUp(language: CodeLanguage): void;
  /** A job begins; call what comes back when it has ended. */
  begin(language: CodeLanguage): () => void;
  watch(language: CodeLanguage, listener: (preparation: Preparation | null) => void): () => void;
  dispose(): void;
}

export interface SparesOptions {
  readonly openSandbox: OpenSandbox;
  readonly loadEngine: LoadEngine;
  readonly handovers: Handovers;
  readonly calibration: Calibration;
  /** Spares per language. */
  readonly size: number;
}

export function createSpares({ openSandbox, loadEngine, handovers, calibration, size }: SparesOptions): Spares {
  const pools = new Map<CodeLanguage, Pool>();
  const preparations = new Map<CodeLanguage, Preparation>();
  const listeners = new Map<CodeLanguage, Set<(preparation: Preparation | null) => void>>();
  let jobs = 0;
  let hasWorked = false;
  let isTending = false;
  let isDisposed = false;
  let cancel = (): void => undefined;

  const of = (language: CodeLanguage): Pool => {
    const onPreparation = (preparation: Preparation | null): void => {
      const before = preparations.get(language) ?? null;
      if (before?.step === preparation?.step && before?.fraction === preparation?.fraction) return;
      if (preparation === null) preparations.delete(language);
      else preparations.set(language, preparation);
      for (const listener of listeners.get(language) ?? []) listener(preparation);
    };
    const pool = pools.get(language) ?? createPool({ language, openSandbox, loadEngine, handovers, onPreparation });
    // The last used comes first.
    pools.delete(language);
    pools.set(language, pool);
    return pool;
  };
  /** What is most worth doing now; null: nothing. */
  const nextStep = (isReading: boolean): (() => Promise<void>) | null => {
    const wanted = [...pools.values()].reverse();
    // Even if it has to boot the slow way: the next job may come before any handover is made.
    const empty = wanted.find((pool) => pool.count() === 0);
    if (empty !== undefined) return () => empty.grow();
    const due = wanted.find((pool) => pool.isHandoverDue());
    if (due !== undefined) return hasWorked || isReading ? () => due.makeHandover() : null;
    const short = wanted.find((pool) => pool.count() < size);
    return short === undefined ? null : () => short.grow();
  };
  const tend = (delayMs: number, isReading = false): void => {
    cancel();
    if (isDisposed || isTending) return;
    cancel = whenIdle(() => {
      if (jobs > 0 || isTending) return;
      const step = nextStep(isReading);
      if (step === null) {
        if (!isReading && nextStep(true) !== null) tend(READING_MS, true);
        else void calibration.improve();
        return;
      }
      isTending = true;
      step().then(
        () => {
          isTending = false;
          tend(0, isReading);
        },
        // It is tried again when somebody needs it.
        () => {
          isTending = false;
        },
      );
    }, delayMs);
  };

  return {
    of,
    warmUp(language) {
      of(language);
      tend(0);
    },
    begin(language) {
      const pool = of(language);
      jobs += 1;
      cancel();
      const long = setTimeout(() => {
        if (pool.count() === 0 && !isDisposed) pool.grow().catch(() => undefined);
      }, LONG_JOB_MS);
      return () => {
        clearTimeout(long);
        jobs -= 1;
        hasWorked = true;
        tend(pool.count() === 0 ? 0 : AFTER_JOB_MS);
      };
    },
    watch(language, listener) {
      const heard = listeners.get(language) ?? new Set();
      listeners.set(language, heard.add(listener));
      listener(preparations.get(language) ?? null);
      return () => void heard.delete(listener);
    },
    dispose() {
      isDisposed = true;
      cancel();
      for (const pool of pools.values()) pool.dispose();
    },
  };
}
