/**
 * A shuffle that is the same each time for the same `seed` (the exercise's id), so that an exercise looks as it did
 * when one comes back to it. Never an order that `isRight` by accident, where there is another.
 */
export function stableShuffle<T>(items: readonly T[], seed: string, isRight: (order: readonly T[]) => boolean): readonly T[] {
  const random = randomFrom(hash(seed));
  for (let attempt = 0; attempt < 24; attempt += 1) {
    const order = shuffled(items, random);
    if (!isRight(order)) return order;
  }
  // So few items that chance kept hitting the right one: every turn of the list is looked at.
  const turns = items.map((_, by) => [...items.slice(by), ...items.slice(0, by)]);
  return [...turns, [...items].reverse()].find((order) => !isRight(order)) ?? items;
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/** mulberry32: small, and good enough for a dozen cards. 0 ≤ n < 1. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
