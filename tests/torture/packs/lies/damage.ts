import type { CourseParts } from '../course.ts';
import { entriesOf, toFiles } from '../pack-parts.ts';
import { joined, writeZip } from '../zip-writer.ts';
import type { Dice, Lie } from './lie.ts';

const damage = (name: string, must: Lie['must'], change: (bytes: Uint8Array, dice: Dice) => Uint8Array<ArrayBuffer>): Lie => ({
  name: `bytes: ${name}`,
  must,
  make: (parts: CourseParts, dice) => change(writeZip({ entries: entriesOf(toFiles(parts)) }), dice),
});

/** What disks, networks and half-done downloads do. A flipped date is no harm, so not each flip must be refused. */
export const DAMAGE: readonly Lie[] = [
  damage('a bit', null, (bytes, { below }) => flipped(bytes, 1, below)),
  damage('some bits', null, (bytes, { below }) => flipped(bytes, 2 + below(20), below)),
  damage('many bits', null, (bytes, { below }) => flipped(bytes, 200 + below(2000), below)),
  damage('a run of zeros', null, (bytes, { below }) => bytes.slice().fill(0, ...stretch(bytes, below))),
  damage('a run of noise', null, (bytes, { below }) => {
    const [from, to] = stretch(bytes, below);
    return bytes.slice().map((byte, i) => (i >= from && i < to ? below(256) : byte));
  }),
  damage('cut short', 'refused', (bytes, { below }) => bytes.slice(0, below(bytes.length))),
  damage('its beginning cut off', 'refused', (bytes, { below }) => bytes.slice(1 + below(bytes.length - 1))),
  damage('a stretch cut out', null, (bytes, { below }) => {
    const [from, to] = stretch(bytes, below);
    return joined([bytes.subarray(0, from), bytes.subarray(to)]);
  }),
  damage('bytes put in', null, (bytes, { below }) => {
    const at = below(bytes.length);
    return joined([bytes.subarray(0, at), new Uint8Array(1 + below(100)).map(() => below(256)), bytes.subarray(at)]);
  }),
  damage('a stretch twice', null, (bytes, { below }) => {
    const [from, to] = stretch(bytes, below);
    return joined([bytes.subarray(0, to), bytes.subarray(from)]);
  }),
  damage('twice in a row', null, (bytes) => joined([bytes, bytes])),
  damage('noise alone', 'refused', (bytes, { below }) => new Uint8Array(bytes.length).map(() => below(256))),
];

function flipped(bytes: Uint8Array, times: number, below: Dice['below']): Uint8Array<ArrayBuffer> {
  const out = bytes.slice();
  for (let i = 0; i < times; i += 1) {
    const at = below(out.length);
    out[at] = (out[at] ?? 0) ^ (1 << below(8));
  }
  return out;
}

function stretch({ length }: Uint8Array, below: Dice['below']): [from: number, to: number] {
  const from = below(length);
  return [from, Math.min(length, from + 1 + below(200))];
}
