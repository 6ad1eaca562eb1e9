import { shuffled } from '../../hostile/random.ts';
import { entriesOf, jsonBytes, manifestOf, toFiles } from '../pack-parts.ts';
import { bytesOf, writeZip, type Entry, type ZipPlan } from '../zip-writer.ts';
import type { Dice, Lie } from './lie.ts';

const good = (name: string, change: (entries: Entry[], dice: Dice) => Partial<ZipPlan> = () => ({})): Lie => ({
  name: `good: ${name}`,
  must: 'whole',
  make(parts, dice) {
    const entries = entriesOf(toFiles(parts));
    return writeZip({ entries, ...change(entries, dice) });
  },
});

/** Packs that somebody zipped with tools of their own: each is as good as ours. */
export const STILL_GOOD: readonly Lie[] = [
  good('as it is'),
  good('stored', (entries) => ({ entries: entries.map((entry) => ({ ...entry, method: 0 })) })),
  good('in another order', (entries, { below }) => ({ entries: shuffled(entries, () => below(1000) / 1000) })),
  good('sizes behind the data', (entries) => ({ entries: entries.map((entry) => ({ ...entry, isDescribedLater: true })) })),
  good('with extra fields', (entries) => ({ entries: entries.map((entry) => ({ ...entry, extra: new Uint8Array([0x55, 0x54, 1, 0, 0]) })) })),
  good('with a comment', () => ({ comment: bytesOf('Made with love.') })),
  good('with folders', (entries) => ({ entries: [{ name: 'lessons/', data: new Uint8Array(), method: 0 }, ...entries] })),
  {
    name: 'good: written on many lines',
    must: 'whole',
    make(parts) {
      const files = toFiles(parts);
      for (const [path, bytes] of files) {
        if (path.endsWith('.json')) files.set(path, bytesOf(JSON.stringify(JSON.parse(new TextDecoder().decode(bytes)), null, 3)));
      }
      return writeZip({ entries: entriesOf(files) });
    },
  },
  {
    name: 'good: its manifest in another order',
    must: 'whole',
    make(parts) {
      const files = toFiles(parts);
      const { files: named, ...rest } = manifestOf(files);
      const turned = { files: Object.fromEntries(Object.entries(named).reverse()), ...rest };
      return writeZip({ entries: [{ name: 'MANIFEST.json', data: jsonBytes(turned) }, ...entriesOf(files).slice(1)] });
    },
  },
];
