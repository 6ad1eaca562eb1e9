/** Something in its place. `indent`: steps, from 0. */
export interface Placed {
  readonly id: string;
  readonly indent: number;
}
export type Arrangement = readonly Placed[];

/** What an arrangement may look like. */
export interface Limits {
  /** Things may stay out. */
  readonly hasSpare: boolean;
  /** 0: nothing is indented. */
  readonly maxIndent: number;
}

export type Move = 'up' | 'down' | 'in' | 'out' | 'away';

export const isPlaced = (placed: Arrangement, id: string): boolean => placed.some((one) => one.id === id);

/** From 0; -1 where it is not placed. */
export const placeOf = (placed: Arrangement, id: string): number => placed.findIndex((one) => one.id === id);

/** With `id` at `index` of the others, wherever it was before. Index and indent are brought within bounds. */
export function placeAt(placed: Arrangement, id: string, index: number, indent: number, { maxIndent }: Limits): Arrangement {
  const others = placed.filter((one) => one.id !== id);
  const at = clamp(index, 0, others.length);
  return [...others.slice(0, at), { id, indent: clamp(indent, 0, maxIndent) }, ...others.slice(at)];
}

export const takeAway = (placed: Arrangement, id: string): Arrangement => placed.filter((one) => one.id !== id);

/** At the end, as deep as the line before, as an editor would have it. */
export const append = (placed: Arrangement, id: string, limits: Limits): Arrangement =>
  placeAt(placed, id, placed.length, placed.at(-1)?.indent ?? 0, limits);

/**
 * One step. Up from the spare ones leads to the end of the placed ones, down from the last place back to them. The
 * same arrangement where there is no such step.
 */
export function moved(placed: Arrangement, id: string, move: Move, limits: Limits): Arrangement {
  const index = placeOf(placed, id);
  const one = placed[index];
  if (one === undefined) return move === 'up' ? append(placed, id, limits) : placed;
  switch (move) {
    case 'up':
      return index === 0 ? placed : placeAt(placed, id, index - 1, one.indent, limits);
    case 'down':
      if (index < placed.length - 1) return placeAt(placed, id, index + 1, one.indent, limits);
      return limits.hasSpare ? takeAway(placed, id) : placed;
    case 'in':
      return one.indent >= limits.maxIndent ? placed : placeAt(placed, id, index, one.indent + 1, limits);
    case 'out':
      return one.indent === 0 ? placed : placeAt(placed, id, index, one.indent - 1, limits);
    case 'away':
      return limits.hasSpare ? takeAway(placed, id) : placed;
  }
}

export const isSameArrangement = (a: Arrangement, b: Arrangement): boolean =>
  a.length === b.length && a.every((one, index) => one.id === b[index]?.id && one.indent === b[index].indent);

const clamp = (n: number, least: number, most: number): number => Math.min(most, Math.max(least, n));
