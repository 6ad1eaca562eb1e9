/** Two ways of doing the same thing, timed in turn. Each gives its ms, and throws when what it did was wrong. */
export interface Work {
  readonly work: string;
  readonly against: string;
  /** The largest median ratio that is well; null: a control, which shows how much the machine wavers. */
  readonly goal: number | null;
  readonly ours: () => Promise<number>;
  readonly theirs: () => Promise<number>;
}

export interface Figure {
  readonly work: string;
  readonly against: string;
  /** Median over the rounds of ours / theirs. */
  readonly ratio: number;
  /** The rounds' ratios: lower and upper quartile. */
  readonly spread: readonly [number, number];
  /** Medians, ms. */
  readonly ms: { readonly ours: number; readonly theirs: number };
  readonly goal: number | null;
  readonly ok: boolean;
}

/**
 * Rounds in which both are timed one right after the other, each going first every other round; the first round warms
 * up and is dropped. A machine that is slow for a while is slow for both, so the ratios hold where the times do not.
 */
export async function measure({ work, against, goal, ours, theirs }: Work, rounds: number): Promise<Figure> {
  const times: { ours: number; theirs: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const first = round % 2 === 0 ? await ours() : null;
    const their = await theirs();
    times.push({ ours: first ?? (await ours()), theirs: their });
  }
  const kept = times.slice(1);
  const ratios = kept.map((time) => time.ours / time.theirs);
  const ratio = quantile(ratios, 0.5);
  return {
    work,
    against,
    ratio,
    spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    ms: { ours: quantile(kept.map((time) => time.ours), 0.5), theirs: quantile(kept.map((time) => time.theirs), 0.5) },
    goal,
    ok: goal === null || ratio <= goal,
  };
}

/** Between the two nearest; of at least one value. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * at;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}
