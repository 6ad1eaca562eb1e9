/** How one file ended. */
export interface Outcome {
  readonly name: string;
  /** `whole`: all of it is there; `refused`: a reason was told and nothing was written; `partial`: anything else. */
  readonly end: 'whole' | 'refused' | 'partial';
  /** Why it was refused, or what is wrong. */
  readonly why: string;
  /** Wall time of reading and installing it. */
  readonly ms: number;
}

/** One that was tried in a process whose memory is watched. */
export interface WatchedOutcome extends Outcome {
  /** The process's resident memory at its peak, above what it had before. */
  readonly peakMb: number;
  /** What else is to be told: that it was tried again, say. */
  readonly notes: readonly string[];
}

export interface PackFigures {
  readonly packs: number;
  readonly whole: number;
  readonly refused: number;
  readonly partial: number;
  readonly slowestMs: number;
  readonly peakMb: number;
}

export const SLOWEST_MS = 2_000;
export const MOST_MB = 256;

export function figuresOf(outcomes: readonly WatchedOutcome[]): PackFigures {
  const ended = (end: Outcome['end']): number => outcomes.filter((one) => one.end === end).length;
  const most = (numbers: readonly number[]): number => Math.round(numbers.reduce((a, b) => Math.max(a, b), 0));
  return {
    ...{ packs: outcomes.length, whole: ended('whole'), refused: ended('refused'), partial: ended('partial') },
    ...{ slowestMs: most(outcomes.map(({ ms }) => ms)), peakMb: most(outcomes.map(({ peakMb }) => peakMb)) },
  };
}

export const isWithin = ({ end, ms, peakMb }: WatchedOutcome): boolean => end !== 'partial' && ms <= SLOWEST_MS && peakMb <= MOST_MB;
