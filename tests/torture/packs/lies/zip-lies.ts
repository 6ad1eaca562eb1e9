import type { CourseParts } from '../course.ts';
import { entriesOf, toFiles } from '../pack-parts.ts';
import { bytesOf, joined, writeZip, type Entry, type ZipPlan } from '../zip-writer.ts';
import type { Dice, Lie } from './lie.ts';

/** A pack in which the zip itself is not plain. What is added to it is named by the manifest, so that it is not refused for that. */
const zipLie = (name: string, must: Lie['must'], change: (entries: Entry[], dice: Dice) => Partial<ZipPlan> | Entry[]): Lie => ({
  name: `zip: ${name}`,
  must,
  make(parts, dice) {
    const entries = entriesOf(toFiles(parts));
    const changed = change(entries, dice);
    return writeZip(Array.isArray(changed) ? { entries: changed } : { entries, ...changed });
  },
});

/** One entry, any but the manifest unless told, is written in another way. */
const entryLie = (name: string, must: Lie['must'], lie: (entry: Entry, dice: Dice) => Partial<Entry>): Lie =>
  zipLie(name, must, (entries, dice) => {
    const at = dice.below(entries.length);
    return entries.map((entry, i) => (i === at ? { ...entry, ...lie(entry, dice) } : entry));
  });

/** A file more, which the manifest vouches for. */
const addition = (name: string, must: Lie['must'], path: (dice: Dice) => string, data: Uint8Array = bytesOf('x'), more: Partial<Entry> = {}): Lie => ({
  name: `zip: ${name}`,
  must,
  make(parts: CourseParts, dice) {
    const files = toFiles(parts);
    const added = path(dice);
    files.set(added, data);
    return writeZip({ entries: entriesOf(files).map((entry) => (entry.name === added ? { ...entry, ...more } : entry)) });
  },
});

const BAD_PATHS = [
  ...['../x.svg', '../../etc/passwd', 'a/../../x', '/etc/passwd', 'C:\\x', 'C:x', '\\\\host\\share\\x', 'a\\..\\x', './x', 'a//x', 'a/./x', '~/..', '..'],
  ...['nul', 'CON.svg', 'a/aux.txt', 'com1', 'lpt9.svg', 'a. ', 'a.', 'x\u0000.svg', 'x\n.svg', 'x:y.svg', 'x*.svg', `${'long/'.repeat(60)}x`, 'x'.repeat(60_000)],
];
const SYMLINK = 0o120777 * 0x10000;
const MB = 1024 * 1024;

export const ZIP_LIES: readonly Lie[] = [
  addition('a path that leads out', 'refused', ({ pick }) => pick(BAD_PATHS)),
  addition('a link', null, () => 'lessons/001-lesson/link.svg', bytesOf('/etc/passwd'), { attributes: SYMLINK }),
  addition('a zip in it', null, () => 'lessons/001-lesson/inner.zip', writeZip({ entries: [{ name: '../x', data: bytesOf('x') }] })),
  addition('the manifest in other letters', 'refused', () => 'manifest.JSON'),
  addition('a file under a file', null, () => 'pack.json/x.svg'),
  addition('a bomb that says what it is', 'refused', ({ pick }) => pick(['bomb.svg', 'lessons/001-lesson/bomb.svg']), new Uint8Array(45 * MB)),
  addition('a bomb beyond all limits', 'refused', () => 'bomb.bin', new Uint8Array(60 * MB)),
  zipLie('many bombs', 'refused', (entries) => [
    ...entries,
    ...Array.from({ length: 20 }, (_, i) => ({ name: `bomb-${i}.svg`, data: new Uint8Array(20 * MB) })),
  ]),
  entryLie('a bomb that says it is small', 'refused', ({ data }) => {
    const lies = { size: data.length };
    return { data: new Uint8Array(20 * MB), central: lies, local: lies };
  }),
  entryLie('a size that is too small', 'refused', ({ data }) => ({ central: { size: data.length - 1 }, local: { size: data.length - 1 } })),
  entryLie('a size that is too large', 'refused', ({ data }, { pick }) => {
    const lies = { size: data.length + pick([1, 1000, 1_000_000, 40_000_000, 0x7fffffff]) };
    return { central: lies, local: lies };
  }),
  entryLie('two sizes', 'refused', ({ data }) => ({ local: { size: data.length + 1 } })),
  entryLie('a packed size of another', 'refused', (_, { pick }) => {
    const lies = { packed: pick([0, 1, 5, 0x7fffffff, 0xfffffffe]) };
    return { central: lies, local: lies };
  }),
  entryLie('a place of another', 'refused', (_, { pick }) => ({ central: { offset: pick([1, 7, 50, 0x7fffffff, 0xfffffff0]) } })),
  entryLie('a checksum of another', 'refused', (_, { below }) => ({ central: { crc: below(0xffffffff) } })),
  entryLie('two names', 'refused', () => ({ local: { name: 'another.json' } })),
  entryLie('encrypted', 'refused', () => ({ flags: 0x801 })),
  entryLie('packed by other means', 'refused', (_, { pick }) => ({ method: pick([1, 9, 12, 14, 93, 99, 0xffff]) })),
  entryLie('zip64 marks', 'refused', () => ({ extra: new Uint8Array([1, 0, 16, 0, ...new Array<number>(16).fill(9)]), central: { packed: 0xffffffff, size: 0xffffffff } })),
  entryLie('packed data that are none', 'refused', (_, { below }) => ({ packed: new Uint8Array(200).map(() => below(256)) })),
  zipLie('a name twice', 'refused', (entries, { pick }) => [...entries, pick(entries)]),
  zipLie('a name twice with other content', 'refused', (entries, { pick }) => [{ ...pick(entries), data: bytesOf('{}') }, ...entries]),
  zipLie('a name twice but for its letters', 'refused', (entries, { pick }) => {
    const one = pick(entries);
    return [...entries, { ...one, name: typeof one.name === 'string' ? one.name.toUpperCase() : one.name }];
  }),
  zipLie('a name that is not UTF-8', 'refused', (entries) => [...entries, { name: new Uint8Array([0xff, 0xfe, 0x41]), data: bytesOf('x') }]),
  zipLie('entries that share bytes', 'refused', (entries) => entries.map((entry) => ({ ...entry, central: { offset: 0 } }))),
  zipLie('very many entries', 'refused', (entries) => [...entries, ...Array.from({ length: 20_000 }, (_, i) => ({ name: `f/${i}`, data: new Uint8Array(), method: 0 }))]),
  zipLie('a count that is too small', 'refused', ({ length }) => ({ end: { count: length - 1 } })),
  zipLie('a count that is too large', 'refused', ({ length }, { pick }) => ({ end: { count: length + pick([1, 1000, 0xfffe - length, 0xffff - length]) } })),
  zipLie('a list at another place', 'refused', (_, { pick }) => ({ end: { at: pick([0, 1, 40, 0x7fffffff, 0xfffffffe, 0xffffffff]) } })),
  zipLie('several disks', 'refused', () => ({ end: { disk: 1 } })),
  zipLie('no entries', 'refused', () => []),
  zipLie('an end in its comment', null, (entries) => {
    const other = writeZip({ entries: entries.slice(0, 1) });
    return { comment: joined([bytesOf('x'), other.slice(-22)]) };
  }),
  zipLie('bytes before it that nobody counted', null, (_, { below }) => ({ before: new Uint8Array(1 + below(5000)) })),
];
