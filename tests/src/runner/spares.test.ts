import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryFiles } from '../../../src/core/kept-files.ts';
import { createHandovers } from '../../../src/runner/handovers.ts';
import { createSpares } from '../../../src/runner/spares.ts';
import { fakeEngine, fakeSandboxes } from './fake-sandbox.ts';

const never = new AbortController().signal;

function setUp({ hasMaker = false, size = 3 } = {}) {
  const { opened, open } = fakeSandboxes((sandbox) =>
    sandbox.say('ready', '', sandbox.parts[0]?.scripts[0] === 'maker' ? new Blob(['memory']) : null),
  );
  let memory = '';
  const maker = hasMaker ? { handoverKey: 'a', maker: () => ({ scripts: ['maker'], data: null }) } : {};
  const engine = fakeEngine({
    ...maker,
    spare: () => ({ scripts: [`spare${memory}`], data: null }),
    onMade: () => {
      memory = ' of memory';
    },
  });
  const improve = vi.fn(() => Promise.resolve());
  const calibration = { factor: () => Promise.resolve(1), improve };
  const handovers = createHandovers(createMemoryFiles());
  const spares = createSpares({ openSandbox: open, loadEngine: () => Promise.resolve(engine), handovers, calibration, size });
  return { spares, improve, booted: () => opened.flatMap(({ parts }) => parts[0]?.scripts[0] ?? []) };
}

describe('spares', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
  /** Crypto works on a thread of its own, which no fake timer hurries. */
  const until = async (isSo: () => boolean): Promise<void> => {
    for (let i = 0; i < 10_000 && !isSo(); i++) {
      await pass(1);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  it('fill up to their number while nothing else runs, and measure the machine once that is done', async () => {
    const { spares, booted, improve } = setUp();
    spares.warmUp('python');
    await until(() => improve.mock.calls.length > 0);
    await pass(3_000);
    expect(booted()).toEqual(['spare', 'spare', 'spare']);
  });

  it('leave a running job in peace while one stands ready', async () => {
    const { spares, booted } = setUp({ size: 2 });
    spares.warmUp('python');
    await until(() => booted().length === 2);
    await spares.of('python').take(never);
    const ended = spares.begin('python');
    await pass(5_000);
    expect(booted()).toHaveLength(2);
    ended();
    await pass(200);
    expect(booted()).toHaveLength(2);
    await pass(100);
    expect(booted()).toHaveLength(3);
  });

  it('make one beside a long job when none is left', async () => {
    const { spares, booted } = setUp({ size: 1 });
    await spares.of('python').take(never);
    spares.begin('python');
    await pass(200);
    expect(booted()).toHaveLength(1);
    await pass(200);
    expect(booted()).toHaveLength(2);
  });

  it('hand over at the first idle after a job, and grow from that', async () => {
    const { spares, booted } = setUp({ hasMaker: true });
    spares.warmUp('python');
    await until(() => booted().length > 0);
    await pass(1_000);
    expect(booted()).toEqual(['spare']);
    await spares.of('python').take(never);
    const ended = spares.begin('python');
    ended();
    await until(() => booted().length >= 5);
    expect(booted()).toEqual(['spare', 'spare', 'maker', 'spare of memory', 'spare of memory']);
  });

  it('hand over after two idle seconds, with no job at all', async () => {
    const { spares, booted } = setUp({ hasMaker: true, size: 2 });
    spares.warmUp('python');
    await until(() => booted().length >= 3);
    expect(booted()).toEqual(['spare', 'maker', 'spare of memory']);
  });

  it('tell who watches how far they are', async () => {
    const { spares } = setUp();
    const heard: unknown[] = [];
    const unwatch = spares.watch('python', (preparation) => heard.push(preparation?.step ?? null));
    spares.warmUp('python');
    await until(() => heard.length === 4);
    unwatch();
    expect(heard).toEqual([null, 'loading', 'starting', null]);
  });
});
