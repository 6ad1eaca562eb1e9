import { describe, expect, it } from 'vitest';
import { createMemoryFiles } from '../../../src/core/kept-files.ts';
import { createHandovers } from '../../../src/runner/handovers.ts';
import { fakeEngine } from './fake-sandbox.ts';

async function setUp() {
  const files = createMemoryFiles();
  const handovers = createHandovers(files);
  const made: Blob[] = [];
  const engine = fakeEngine({ handoverKey: 'a', onMade: (blob) => void made.push(blob) });
  await handovers.keep('python', engine, new Blob(['the memory']));
  const [name = ''] = await files.names();
  return { files, handovers, made, engine, name };
}

describe('what an engine hands over', () => {
  it('comes back at the next visit, byte for byte', async () => {
    const { handovers, made, engine } = await setUp();
    expect(await handovers.hasAny('python')).toBe(true);
    expect(await handovers.recall('python', engine)).toBe(true);
    expect(await made[0]?.text()).toBe('the memory');
  });

  it.each([
    ['changed', (bytes: Uint8Array<ArrayBuffer>) => bytes.with(40, 0)],
    ['cut short', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -1)],
    ['empty', () => new Uint8Array()],
    ['nothing but its digest', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, 32)],
  ])('is thrown away when it is %s', async (_, damage) => {
    const { files, handovers, made, engine, name } = await setUp();
    await files.write(name, damage((await files.read(name)) ?? new Uint8Array()));
    expect(await handovers.recall('python', engine)).toBe(false);
    expect(made).toEqual([]);
    expect(await files.names()).toEqual([]);
  });

  it('is not given to another build of the engine, and makes room for that one’s', async () => {
    const { files, handovers, made } = await setUp();
    const newer = fakeEngine({ handoverKey: 'b', onMade: (blob) => void made.push(blob) });
    expect(await handovers.recall('python', newer)).toBe(false);
    await handovers.keep('python', newer, new Blob(['newer']));
    expect(await files.names()).toHaveLength(1);
    await handovers.recall('python', newer);
    expect(await made[0]?.text()).toBe('newer');
  });

  it('is nothing for an engine that has none', async () => {
    const { handovers } = await setUp();
    expect(await handovers.recall('javascript', fakeEngine())).toBe(false);
  });
});
