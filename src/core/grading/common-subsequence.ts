/** How many entries of `a` stand in `b` in the same order, others between them or not. */
export function commonSubsequence<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): number {
  let row = b.map(() => 0);
  for (const x of a) {
    let diagonal = 0;
    let left = 0;
    row = row.map((above, j) => {
      const y = b[j];
      left = y !== undefined && same(x, y) ? diagonal + 1 : Math.max(above, left);
      diagonal = above;
      return left;
    });
  }
  return row.at(-1) ?? 0;
}

/** How many entries from the first on are the same. */
export function commonPrefix<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): number {
  const differs = a.findIndex((x, i) => {
    const y = b[i];
    return y === undefined || !same(x, y);
  });
  return differs === -1 ? a.length : differs;
}
