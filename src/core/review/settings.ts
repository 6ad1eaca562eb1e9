/** How much a learner wants to be asked. */
export interface ReviewSettings {
  /** The chance of recall at which a card comes back, 0.7–0.97: the higher, the more often. */
  readonly retention: number;
  /** Cards never asked before that a course may bring on one local day, 0–1000. */
  readonly newPerDay: number;
  /** No card waits longer, 1–36 500 days. */
  readonly maximumIntervalDays: number;
}

export const DEFAULT_REVIEW_SETTINGS: ReviewSettings = { retention: 0.9, newPerDay: 10, maximumIntervalDays: 36_500 };

/** Settings from whatever was stored: what is no number falls back to its default, what lies outside comes to the nearest edge. */
export function reviewSettings(stored: unknown): ReviewSettings {
  const { retention, newPerDay, maximumIntervalDays } = DEFAULT_REVIEW_SETTINGS;
  return {
    retention: within(stored, 'retention', 0.7, 0.97, retention),
    newPerDay: Math.round(within(stored, 'newPerDay', 0, 1000, newPerDay)),
    maximumIntervalDays: Math.round(within(stored, 'maximumIntervalDays', 1, 36_500, maximumIntervalDays)),
  };
}

function within(stored: unknown, key: keyof ReviewSettings, least: number, most: number, otherwise: number): number {
  const value: unknown = typeof stored === 'object' && stored !== null ? Reflect.get(stored, key) : undefined;
  return typeof value === 'number' && !Number.isNaN(value) ? Math.min(most, Math.max(least, value)) : otherwise;
}
