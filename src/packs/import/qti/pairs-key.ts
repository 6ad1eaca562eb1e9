import { correctOf, NO_KEY, scoreOf, UNREAD, type Keyless, type Noted, type Scores } from './scores.ts';

export interface PairsKey extends Noted {
  readonly pairs: readonly (readonly [string, string])[];
}

const MOST_PAIRS = 500;

/** The pairs that are correct, else those that the mapping pays for. */
export function pairsKey(scores: Scores): PairsKey | Keyless {
  const { processing, id } = scores;
  const entries = processing.responses.get(id)?.mapping?.entries ?? [];
  const correct = correctOf(scores);
  const written = correct.length > 0 ? correct : entries.filter(({ value }) => value > 0).map(({ key }) => key);
  const pairs = written.flatMap((pair) => {
    const [a, b, ...more] = pair.split(/\s+/);
    return a === undefined || b === undefined || more.length > 0 ? [] : [[a, b] as const];
  });
  if (pairs.length === 0 || pairs.length < written.length || pairs.length > MOST_PAIRS) return { why: NO_KEY };
  const isRead = processing.rules === null || scoreOf(scores, written) !== null;
  return { pairs, note: isRead ? '' : UNREAD };
}
