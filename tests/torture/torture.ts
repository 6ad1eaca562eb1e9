import { parseArgs } from 'node:util';
import { corruption } from './corruption.ts';
import { faults } from './faults.ts';
import { fullDisk } from './full-disk.ts';
import { hostile } from './hostile.ts';
import { largePackTorture } from './large-pack.ts';
import { packs } from './packs.ts';
import { powerLoss } from './power-loss.ts';
import { tabs } from './tabs.ts';
import { versions } from './versions.ts';

/** `npm run torture -- NAME [options]`. Each torture says what it tried, and is true when every goal was met. */
const TORTURES: Readonly<Record<string, { readonly what: string; readonly run: (argv: readonly string[]) => Promise<boolean> }>> = {
  hostile: { what: 'programs that attack the sandbox, the grader, the network and the page', run: hostile },
  corruption: { what: 'files of the database are flipped, cut, zeroed and deleted', run: corruption },
  'full-disk': { what: 'the disk fills up while answers are given, and is given room again', run: fullDisk },
  'power-loss': { what: 'the power goes, again and again, on both of Chromium\'s IndexedDB backends', run: powerLoss },
  faults: { what: 'every database operation of every method fails, one after the other', run: faults },
  versions: { what: 'old versions are upgraded, killed on the way, and written to by code that is too old', run: versions },
  packs: { what: 'bad packs and bad files, each taken whole or refused whole', run: packs },
  'large-pack': { what: 'a pack of 10,000 lessons is added, and the page goes on answering', run: largePackTorture },
  tabs: { what: 'two to five tabs answer, import, upgrade and erase at once', run: tabs },
};

const [name = '', ...argv] = process.argv.slice(2);
const torture = Object.hasOwn(TORTURES, name) ? TORTURES[name] : undefined;
if (torture === undefined || parseArgs({ args: argv, strict: false }).values.help === true) {
  console.log('npm run torture -- NAME [options]\n');
  for (const [known, { what }] of Object.entries(TORTURES)) console.log(`  ${known.padEnd(12)} ${what}`);
  console.log('\n  hostile: [--programs FILE.jsonl] [--json FILE] [--rounds N] [--seed N] [--only ID,…] [--jobs N]');
  console.log('  power-loss, corruption, full-disk, faults, versions, tabs: [--rounds N] [--seed N] [--json FILE]');
  console.log('  packs: [--rounds N] [--seed N] [--files FOLDER] [--jobs N] [--json FILE]');
  console.log('  large-pack: [--lessons N] [--rounds N] [--seed N] [--json FILE]');
  process.exitCode = torture === undefined ? 2 : 0;
} else {
  process.exitCode = (await torture.run(argv)) ? 0 : 1;
  // A browser that will not close must not keep the verdict from being told.
  setTimeout(() => process.exit(), 5_000).unref();
}
