/** How one expectation went. The texts say what was expected, and what was got, as the language writes it. */
export interface Verdict {
  readonly pass: boolean;
  readonly expected: string;
  readonly got: string;
}

/** `isReason`: the received value is what a promise was rejected with. */
export type Matcher = (received: unknown, args: readonly unknown[], isReason: boolean) => Verdict;
export type Matchers = { readonly [name: string]: Matcher };
