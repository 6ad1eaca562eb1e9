import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keptOnDisk } from '../../../src/cli/kept-on-disk.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'hornbook-kept-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

describe('what the tool keeps on the disk', () => {
  it('comes back, and is replaced and removed', async () => {
    const place = join(folder(), 'later');
    const kept = keptOnDisk(place);
    expect(await kept.names()).toEqual([]);
    expect(await kept.read('python-1')).toBeNull();
    expect(await kept.write('python-1', new Uint8Array([1, 2]))).toBe(true);
    await kept.write('python-1', new Uint8Array([3]));
    expect(await keptOnDisk(place).read('python-1')).toEqual(new Uint8Array([3]));
    expect(await kept.names()).toEqual(['python-1']);
    await kept.remove('python-1');
    expect(readdirSync(place)).toEqual([]);
  });

  it('is never outside its folder', async () => {
    const place = folder();
    const kept = keptOnDisk(join(place, 'in'));
    expect(await kept.write('../out', new Uint8Array([1]))).toBe(false);
    expect(await kept.read('../../etc/passwd')).toBeNull();
    expect(readdirSync(place)).toEqual([]);
  });
});
