import { describe, expect, it } from 'vitest';
import { createUnsaved, type Tabs, type Unsaved } from '../../../../src/platform/browser/unsaved.ts';
import { createFakeLocks } from './fake-locks.ts';

const work = (): Promise<string> => Promise.resolve('done');
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe.each([
  ['by locks', () => tabsOf({ locks: createFakeLocks(), channel: undefined })],
  ['by asking', () => tabsOf({ locks: undefined, channel: undefined }, true)],
])('what is unsaved in any tab, %s', (_, makeTabs) => {
  it('stops the work while another tab has something', async () => {
    using tabs = makeTabs();
    const saved = tabs.b.hold();
    await soon();
    expect(await tabs.a.whileNone(work)).toBeNull();
    saved();
    await soon();
    expect(await tabs.a.whileNone(work)).toBe('done');
  });

  it('stops the work while this tab has something', async () => {
    using tabs = makeTabs();
    tabs.a.hold();
    await soon();
    expect(tabs.a.isHere()).toBe(true);
    expect(await tabs.a.whileNone(work)).toBeNull();
  });

  it('stops the work until the last of several things that go on is done', async () => {
    using tabs = makeTabs();
    const ends = [tabs.b.hold(), tabs.b.hold()];
    for (const end of ends) {
      await soon();
      expect(await tabs.a.whileNone(work)).toBeNull();
      end();
    }
    await soon();
    expect(await tabs.a.whileNone(work)).toBe('done');
  });

  it('may be said to be done twice', async () => {
    using tabs = makeTabs();
    const saved = tabs.b.hold();
    saved();
    saved();
    await soon();
    expect(await tabs.a.whileNone(work)).toBe('done');
  });
});

interface TwoTabs extends Disposable {
  readonly a: Unsaved;
  readonly b: Unsaved;
}

function tabsOf(shared: Tabs, hasChannel = false): TwoTabs {
  const name = `unsaved-${Math.random()}`;
  const channels = hasChannel ? [new BroadcastChannel(name), new BroadcastChannel(name)] : [];
  const [a, b] = [0, 1].map((i) => createUnsaved({ ...shared, channel: channels[i] }));
  if (a === undefined || b === undefined) throw new Error('unreachable');
  return { a, b, [Symbol.dispose]: () => channels.forEach((channel) => channel.close()) };
}
