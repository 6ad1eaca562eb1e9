import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measure, type Figure, type Work } from './measure.ts';

/** What is measured together, and how to end it. */
export interface Bench {
  readonly works: readonly Work[];
  close(): Promise<void>;
}

const BENCHES: { readonly [name: string]: () => Promise<Bench> } = {
  runner: async () => (await import('./runner/works.ts')).openRunnerBench(),
};

const USAGE = `npm run bench -- ${Object.keys(BENCHES).join('|')} [--only WORDS] [--rounds N] [--json FILE] [--check]`;

/** Prints a table; with `--check` it is an error to miss a goal. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '7' }, json: { type: 'string' }, only: { type: 'string', default: '' }, check: { type: 'boolean', default: false } },
  });
  const open = BENCHES[positionals[0] ?? ''];
  const rounds = Number(values.rounds);
  if (open === undefined || !Number.isInteger(rounds) || rounds < 1) {
    console.error(USAGE);
    return 2;
  }
  const bench = await open();
  const figures: Figure[] = [];
  try {
    for (const work of bench.works.filter((one) => one.work.includes(values.only))) {
      const figure = await measure(work, rounds);
      figures.push(figure);
      console.log(line(figure));
    }
  } finally {
    await bench.close();
  }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  return values.check && figures.some(({ ok }) => !ok) ? 1 : 0;
}

function line({ work, against, ratio, spread: [low, high], ms, goal, ok }: Figure): string {
  const judged = goal === null ? 'control' : `goal ${goal.toFixed(2)} ${ok ? 'met' : 'MISSED'}`;
  const times = `${ms.ours.toFixed(1)} ms against ${ms.theirs.toFixed(1)} ms`;
  return `${ratio.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})  ${judged.padEnd(17)} ${work} / ${against}: ${times}`;
}

process.exitCode = await main();
