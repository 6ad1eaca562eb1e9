import type { FaultCase } from './faults/fault-case.ts';
import { tryFaultsInBrowser } from './faults/in-browser.ts';
import { tryFaults } from './faults/try-faults.ts';
import { readOptions } from './options.ts';
import { writeReport } from './report.ts';

export interface FaultFigures {
  readonly points: number;
  /** Half of what a method does was there afterwards. */
  readonly torn: number;
  readonly unhandled: number;
  /** Errors without a type, and failures that went unsaid. */
  readonly untyped: number;
}

/** Lets every database operation of every repository and service method fail. True when each failed whole and said why. */
export async function faults(argv: readonly string[]): Promise<boolean> {
  const { rounds, json, only = '', node } = readOptions(argv, { rounds: 1, texts: ['only'], flags: ['node'] });
  const { cases: inNode, uncovered } = await tryFaults({ isWhole: true, only, tell });
  const inBrowser = node ? 'it was told not to' : await tryFaultsInBrowser(rounds * 40);
  if (typeof inBrowser === 'string') console.log(`  not tried in a browser: ${inBrowser}`);
  else tell(inBrowser);
  const cases = [...inNode, ...(typeof inBrowser === 'string' ? [] : inBrowser)];
  for (const method of uncovered) console.log(`  NOT COVERED: ${method}`);
  const figures = figuresOf(cases);
  console.log(JSON.stringify(figures));
  writeReport(json, { figures, cases });
  return isWithstood(figures) && uncovered.length === 0;
}

export const isWithstood = ({ points, torn, unhandled, untyped }: FaultFigures): boolean =>
  points > 0 && torn === 0 && unhandled === 0 && untyped === 0;

export function figuresOf(cases: readonly FaultCase[]): FaultFigures {
  const count = (is: (one: FaultCase) => boolean): number => cases.filter(is).length;
  return {
    points: cases.length,
    torn: count((one) => one.torn.length > 0),
    unhandled: count((one) => one.unhandled.length > 0),
    untyped: count((one) => !one.isTyped),
  };
}

function tell(cases: readonly FaultCase[]): void {
  const [first] = cases;
  if (first === undefined) return;
  const { points, torn, unhandled, untyped } = figuresOf(cases);
  console.log(`  ${first.method.padEnd(38)} ${String(points).padStart(5)} points, ${torn} torn, ${unhandled} unhandled, ${untyped} untyped`);
  for (const one of cases.filter(({ isTyped, torn, unhandled }) => !isTyped || torn.length + unhandled.length > 0).slice(0, 3)) {
    console.log(`    ${one.at}/${one.of} ${one.way} with ${one.fault} → ${one.end} ${[...one.torn, ...one.unhandled].slice(0, 2).join('; ')}`);
  }
}
