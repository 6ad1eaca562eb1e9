/** Phones and word processors put these in unasked. */
const TYPOGRAPHIC: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛′]/g, "'"],
  [/[“”„‟″«»]/g, '"'],
  [/[‐‑‒–—−]/g, '-'],
];

/**
 * A learner's text as it is compared: Unicode NFKC, runs of white space as one space, none at the ends, plain quotes
 * and hyphens; letter case folded unless it matters.
 */
export function foldText(text: string, caseSensitive: boolean): string {
  let folded = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  for (const [fancy, plain] of TYPOGRAPHIC) folded = folded.replace(fancy, plain);
  // Upper case first: ß and SS, ς and σ, meet there.
  return caseSensitive ? folded : folded.toUpperCase().toLowerCase().normalize('NFKC');
}
