import type { HostileCase } from './types.ts';

export interface Figures {
  readonly programs: number;
  readonly contained: number;
  readonly forged: number;
  readonly requests: number;
  /** Bytes of the app's own words that came out. */
  readonly storageRead: number;
  readonly longestGapMs: number;
}

/** The page may not stall for longer. */
export const MAX_GAP_MS = 200;

export function figuresOf(cases: readonly HostileCase[]): Figures {
  const sum = (number: (one: HostileCase) => number): number => cases.reduce((total, one) => total + number(one), 0);
  return {
    programs: cases.length,
    contained: sum((one) => (one.contained ? 1 : 0)),
    forged: sum((one) => (one.forged ? 1 : 0)),
    requests: sum((one) => one.requests),
    storageRead: sum((one) => one.storageRead),
    longestGapMs: Math.max(0, ...cases.map((one) => one.gapMs)),
  };
}

export const isWithstood = (one: HostileCase): boolean =>
  one.contained && !one.forged && one.requests === 0 && one.storageRead === 0 && one.cleanAfter && one.gapMs <= MAX_GAP_MS;

/** For a reader: the ends that were met, per language, then everything that was not withstood. */
export function printReport(cases: readonly HostileCase[], seconds: number): void {
  const languages = [...new Set(cases.map((one) => one.language))].sort();
  const outcomes = [...new Set(cases.map((one) => one.outcome))].sort();
  const width = Math.max(...outcomes.map((name) => name.length), 12);
  const count = (language: string, outcome: string): string =>
    String(cases.filter((one) => one.language === language && one.outcome === outcome).length).padStart(12);
  console.log(`\n${'outcome'.padEnd(width)}${languages.map((name) => name.padStart(12)).join('')}`);
  for (const outcome of outcomes) console.log(`${outcome.padEnd(width)}${languages.map((name) => count(name, outcome)).join('')}`);
  const missed = cases.filter((one) => !isWithstood(one));
  if (missed.length > 0) console.log('\nNot withstood:');
  for (const one of missed) {
    console.log(`  ${one.id} (${one.language}): ${one.outcome}, gap ${one.gapMs} ms, ${one.ms} ms`);
    for (const note of one.notes) console.log(`      ${note.replaceAll('\n', '⏎')}`);
  }
  const { programs, contained, forged, requests, storageRead, longestGapMs } = figuresOf(cases);
  console.log(
    `\n${contained} of ${programs} contained, ${forged} forged, ${requests} requests, ${storageRead} bytes of storage read,` +
      ` longest gap ${longestGapMs} ms (of ${MAX_GAP_MS}); ${Math.round(seconds)} s`,
  );
}
