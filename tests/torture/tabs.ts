import { readOptions } from './options.ts';
import { skip, writeReport } from './report.ts';
import { tryTabs, type TabsCase } from './tabs/try-tabs.ts';

export interface TabsFigures {
  readonly schedules: number;
  readonly lost: number;
  readonly doubled: number;
}

/** Two to five tabs at once, by random schedules. True when nothing was lost and nothing doubled. */
export async function tabs(argv: readonly string[]): Promise<boolean> {
  const { rounds, seed, json } = readOptions(argv, { rounds: 60 });
  const cases = await tryTabs({ schedules: rounds, seed, acts: 12, tell });
  if (typeof cases === 'string') return skip('tabs', cases);
  const figures = figuresOf(cases);
  console.log(JSON.stringify(figures));
  writeReport(json, { figures, cases });
  return isWithstood(figures);
}

export const isWithstood = ({ schedules, lost, doubled }: TabsFigures): boolean => schedules > 0 && lost === 0 && doubled === 0;

export function figuresOf(cases: readonly TabsCase[]): TabsFigures {
  return {
    schedules: cases.length,
    lost: cases.reduce((sum, { lost }) => sum + lost.length, 0),
    doubled: cases.reduce((sum, { doubled }) => sum + doubled.length, 0),
  };
}

function tell({ seed, version, tabs: count, acts, acknowledged, answers, refusals, lost, doubled }: TabsCase): void {
  const no = Object.entries(refusals).map(([reason, times]) => `${times} × ${reason}`).join(', ');
  const sum = `${acknowledged} of ${acts} acts acknowledged, ${answers} answers, ${lost.length} lost, ${doubled.length} doubled`;
  console.log(`  seed ${seed}: ${count} tabs on v${version}, ${sum}${no === '' ? '' : ` (${no})`}`);
  for (const one of [...lost, ...doubled].slice(0, 4)) console.log(`    ${one}`);
}
