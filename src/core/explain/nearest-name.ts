import { didYouMean } from '../did-you-mean.ts';

/**
 * The name that was probably meant, out of those there are (the likeliest first); null when none is near. Of one or two
 * letters every name is near every other: there only capitals and underscores may differ.
 */
export function nearestName(written: string, names: readonly string[]): string | null {
  const others = names.filter((name) => name !== written);
  const sameLetters = others.find((name) => bare(name) === bare(written));
  if (sameLetters !== undefined) return sameLetters;
  if (written.length < 3) return null;
  const longer = others.filter(({ length }) => length >= 3);
  return didYouMean(written, longer) ?? (written.includes('_') ? didYouMean(written.replaceAll('_', ''), longer) : null);
}

const bare = (name: string): string => name.toLowerCase().replaceAll('_', '');
