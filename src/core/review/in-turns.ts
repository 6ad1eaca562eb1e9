/** What two items must share to be of one turn, or to be kept apart. */
interface Keys<T> {
  readonly turn: (item: T) => string;
  readonly apart: (item: T) => string;
}

/**
 * The items, dealt out: never two that must be kept apart in a row where any order avoids it; within that, never two of
 * one turn in a row while there is another; within that, in the order given.
 */
export function inTurns<T>(items: readonly T[], keys: Keys<T>): readonly T[] {
  const left = [...items];
  const counts = new Map<string, number>();
  for (const item of left) counts.set(keys.apart(item), (counts.get(keys.apart(item)) ?? 0) + 1);
  const dealt: T[] = [];
  while (left.length > 0) {
    const [next] = left.splice(nextOf(left, counts, dealt.at(-1), keys), 1) as [T];
    counts.set(keys.apart(next), (counts.get(keys.apart(next)) ?? 0) - 1);
    dealt.push(next);
  }
  return dealt;
}

/** One that is more than half of what is left must come now, or two of it will meet at the end. */
function nextOf<T>(left: readonly T[], counts: ReadonlyMap<string, number>, last: T | undefined, { turn, apart }: Keys<T>): number {
  const isApart = (item: T): boolean => last === undefined || apart(item) !== apart(last);
  const places = [
    left.findIndex((item) => isApart(item) && (counts.get(apart(item)) ?? 0) * 2 > left.length),
    left.findIndex((item) => isApart(item) && (last === undefined || turn(item) !== turn(last))),
    left.findIndex(isApart),
    0,
  ];
  return places.find((place) => place >= 0) ?? 0;
}
