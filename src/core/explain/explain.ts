import type { Params, Rule } from './rule.ts';
import type { Place, SeenError } from './seen-error.ts';

export interface Explanation {
  /** The id of the rule that knew the mistake. */
  readonly rule: string;
  readonly params: Params;
  /** Where the mistake is: mostly, not always, where the error came up. */
  readonly place: Place | null;
}

/** By the first rule that knows the mistake; null when none does. The rules go from the most special to the general. */
export function explain(seen: SeenError, rules: readonly Rule[]): Explanation | null {
  for (const { id, types, match, place } of rules) {
    if (types !== null && !types.includes(seen.type)) continue;
    const params = match(seen);
    if (params !== null) return { rule: id, params: shortened(params), place: place?.(seen) ?? seen.place };
  }
  return null;
}

/** A value may be as long as a message; words that repeat it need not. */
function shortened(params: Params): Params {
  const cut = (value: string | number): string | number =>
    typeof value === 'string' && value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, cut(value)]));
}
const LONGEST = 80;
