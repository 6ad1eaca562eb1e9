import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { tryTabs, type TabsCase } from './tabs/try-tabs.ts';

export interface TabsFigures {
  readonly schedules: number;
  readonly lost: number;
  readonly doubled: number;
}

/** Two to five tabs at once, by random schedules. True when nothing was lost and nothing doubled. */
export async function tabs(argv: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      rounds: { type: 'string', default: '60' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      json: { type: 'string' },
    },
  });
  const cases = await tryTabs({ schedules: Number(values.rounds), seed: Number(values.seed), acts: 12, tell });
  if (typeof cases === 'string') {
    console.log(`tabs: skipped, ${cases}`);
    return true;
  }
  const figures = figuresOf(cases);
  console.log(JSON.stringify(figures));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ figures, cases }, null, 2)}\n`);
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
