import type { CourseParts } from '../course.ts';

/** Numbers and choices, the same ones for the same seed. */
export interface Dice {
  /** 0 to n − 1. */
  readonly below: (n: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
}

/** One way to make a pack that is not what it should be, or that is unusual and yet good. */
export interface Lie {
  readonly name: string;
  /** How it must end; null: whole or refused, as what it hits will have it. */
  readonly must: 'whole' | 'refused' | null;
  readonly make: (parts: CourseParts, dice: Dice) => Uint8Array<ArrayBuffer>;
}

export function diceFrom(random: () => number): Dice {
  const below = (n: number): number => Math.floor(random() * n);
  return {
    below,
    pick: (list) => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new Error('Nothing to pick from');
      return picked;
    },
  };
}
