import { describe, expect, it } from 'vitest';
import { createMemoryFiles } from '../../../src/core/kept-files.ts';
import type { Engine } from '../../../src/runner/engines/engine.ts';
import { createHandovers } from '../../../src/runner/handovers.ts';
import { createPool } from '../../../src/runner/pool.ts';
import type { Preparation } from '../../../src/runner/runner.ts';
import { fakeEngine, fakeSandboxes, ready, type FakeSandbox } from './fake-sandbox.ts';

function setUp({ engine = fakeEngine(), onWorker = ready, files = createMemoryFiles() }: { engine?: Engine; onWorker?: (sandbox: FakeSandbox) => void; files?: ReturnType<typeof createMemoryFiles> } = {}) {
  const { opened, open } = fakeSandboxes(onWorker);
  const heard: (Preparation | null)[] = [];
  const pool = createPool({
    language: 'python',
    openSandbox: open,
    loadEngine: (_, onFraction) => (onFraction(0.5), Promise.resolve(engine)),
    handovers: createHandovers(files),
    onPreparation: (preparation) => heard.push(preparation),
  });
  return { pool, opened, heard, files };
}

const never = new AbortController().signal;
const handingOver = (more: Partial<Engine> = {}): Engine =>
  fakeEngine({ handoverKey: 'engine-1', maker: () => ({ scripts: ['maker'], data: null }), ...more });

describe('a pool of warm sandboxes', () => {
  it('hands over what stands ready, and makes one when nothing does', async () => {
    const { pool, opened } = setUp();
    await pool.grow();
    await pool.grow();
    expect(pool.count()).toBe(2);
    await pool.take(never);
    await pool.take(never);
    await pool.take(never);
    expect([pool.count(), opened.length]).toEqual([0, 3]);
  });

  it('makes one at a time', async () => {
    const { pool, opened } = setUp();
    await Promise.all([pool.grow(), pool.grow(), pool.take(never)]);
    expect(opened).toHaveLength(1);
  });

  it('hands over none that has died', async () => {
    const { pool, opened } = setUp();
    await pool.grow();
    await pool.grow();
    for (const sandbox of opened) sandbox.isAlive = false;
    await pool.take(never);
    expect(opened.map((sandbox) => sandbox.isRemoved)).toEqual([true, true, false]);
  });

  it('drops the dead ones when told to look', async () => {
    const { pool, opened } = setUp();
    await pool.grow();
    await pool.grow();
    for (const sandbox of opened.slice(0, 1)) sandbox.isAlive = false;
    await pool.dropDead();
    expect([pool.count(), opened[0]?.isRemoved]).toEqual([1, true]);
  });

  it('keeps the spare when the job that waited is stopped', async () => {
    const { pool } = setUp();
    const stop = new AbortController();
    const taking = pool.take(stop.signal);
    stop.abort();
    await expect(taking).rejects.toThrow();
    await pool.grow();
    expect(pool.count()).toBe(1);
  });

  it('rejects when the engine does not boot, and may succeed the next time', async () => {
    let isBroken = true;
    const { pool, opened } = setUp({ onWorker: (sandbox) => sandbox.say(isBroken ? 'unbootable' : 'ready') });
    await expect(pool.take(never)).rejects.toThrow('did not start');
    isBroken = false;
    await pool.take(never);
    expect(opened[0]?.isRemoved).toBe(true);
  });

  it('tells how far it is: loading, starting, ready', async () => {
    const { pool, heard } = setUp({ engine: handingOver() });
    await pool.grow();
    expect(heard).toEqual([
      { step: 'loading', fraction: null, isFirst: false },
      { step: 'loading', fraction: 0.5, isFirst: true },
      { step: 'starting', fraction: null, isFirst: true },
      null,
    ]);
    await pool.grow();
    expect(heard).toHaveLength(5);
  });

  it('keeps what is handed over, for a later visit too', async () => {
    const made: Blob[] = [];
    const engine = handingOver({ onMade: (blob) => void made.push(blob) });
    const onWorker = (sandbox: FakeSandbox): void => sandbox.say('ready', '', sandbox.parts[0]?.scripts[0] === 'maker' ? new Blob(['memory']) : null);
    const first = setUp({ engine, onWorker });
    await first.pool.grow();
    expect(first.pool.isHandoverDue()).toBe(true);
    await first.pool.makeHandover();
    expect(first.pool.isHandoverDue()).toBe(false);
    await expect.poll(() => first.files.names()).toHaveLength(1);

    const second = setUp({ engine, onWorker, files: first.files });
    await second.pool.engine();
    expect(second.pool.isHandoverDue()).toBe(false);
    expect(await Promise.all(made.map((blob) => blob.text()))).toEqual(['memory', 'memory']);
  });

  it('boots plainly, and throws away what was kept, when that boots nothing', async () => {
    const files = createMemoryFiles();
    let hasMemory = false;
    const engine = handingOver({
      spare: () => ({ scripts: [hasMemory ? 'spare of memory' : 'spare'], data: null }),
      onMade: () => {
        hasMemory = true;
      },
      onUnbootable() {
        const had = hasMemory;
        hasMemory = false;
        return had;
      },
    });
    await createHandovers(files).keep('python', engine, new Blob(['bad']));
    const { pool, opened } = setUp({ engine, files, onWorker: (sandbox) => sandbox.say(sandbox.parts[0]?.scripts[0] === 'spare' ? 'ready' : 'unbootable') });
    await pool.take(never);
    expect(opened.map(({ parts }) => parts[0]?.scripts[0])).toEqual(['spare of memory', 'spare']);
    expect(await files.names()).toEqual([]);
    expect(pool.isHandoverDue()).toBe(true);
  });
});
