import fc from 'fast-check';

/** A number of ids, 2 to 6. */
export const someIds: fc.Arbitrary<string[]> = fc.integer({ min: 2, max: 6 }).map((n) => 'abcdef'.slice(0, n).split(''));

/** Ids, and an arrangement of them. */
export const arranged: fc.Arbitrary<readonly [ids: string[], order: string[]]> = someIds.chain((ids) =>
  fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length })),
);
