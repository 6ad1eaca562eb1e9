import { didYouMean } from '../did-you-mean.ts';

/**
 * The name that was probably meant, out of those there are (the likeliest first); null when none is near. Of one or two
 * letters every name is near every other: there only the letter case may differ.
 */
export function nearestName(written: string, names: readonly string[]): string | null {
  const others = names.filter((name) => name !== written);
  const sameBarCase = others.find((name) => name.toLowerCase() === written.toLowerCase());
  if (sameBarCase !== undefined) return sameBarCase;
  return written.length < 3 ? null : didYouMean(written, others.filter(({ length }) => length >= 3));
}
