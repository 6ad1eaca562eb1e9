/** The candidate nearest to what was written, or null when none is near enough to be worth naming. */
export function didYouMean(written: string, candidates: readonly string[]): string | null {
  if (written.length > LONGEST) return null;
  const ranked = candidates
    .slice(0, MOST)
    .filter(({ length }) => Math.abs(length - written.length) <= stepsFor(length))
    .map((candidate) => ({ candidate, steps: distance(written.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.steps - b.steps);
  const best = ranked[0];
  return best !== undefined && best.steps <= stepsFor(best.candidate.length) ? best.candidate : null;
}

/** So many slips a name of this length may have. */
const stepsFor = (length: number): number => Math.max(1, Math.floor(length / 3));

/** Names that people write are shorter and fewer; more would take long to compare. */
const LONGEST = 60;
const MOST = 200;

/** Optimal string alignment: insertions, deletions, replacements and swaps of two neighbours each count one. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let steps = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1));
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) steps = Math.min(steps, at(i - 2, j - 2) + 1);
      row.push(steps);
    }
  }
  return at(a.length, b.length);
}
