import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createUnsaved } from '../../../../src/platform/browser/unsaved.ts';
import { createBrowserUpdates } from '../../../../src/platform/browser/updates.ts';
import { createFakeLocks } from './fake-locks.ts';

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('updates', () => {
  beforeEach(() => vi.stubGlobal('document', new EventTarget()));
  afterEach(() => vi.unstubAllGlobals());

  it('says nothing at the first visit, when the first worker claims the page', async () => {
    const { updates, container, reload, onNews } = setUp({ controlled: false });
    updates.onNews(onNews);
    await soon();
    container.claim();
    expect(onNews).not.toHaveBeenCalled();
    expect(reload).not.toHaveBeenCalled();
  });

  it('tells of a worker that is installed beside the one that runs', async () => {
    const { updates, container, onNews } = setUp({ controlled: true });
    updates.onNews(onNews);
    await soon();
    container.install();
    expect(onNews.mock.calls).toEqual([['ready']]);
  });

  it('tells who asks later of one that has waited since before', async () => {
    const { updates, onNews } = setUp({ controlled: true, waiting: true });
    await soon();
    const stop = updates.onNews(onNews);
    expect(onNews).toHaveBeenCalledTimes(1);
    stop();
  });

  it('lets the new worker in when asked, and reloads once it has taken over', async () => {
    const { updates, container, reload } = setUp({ controlled: true, waiting: true });
    await soon();
    const applied = updates.apply();
    await soon();
    expect(container.posted).toEqual([{ type: 'SKIP_WAITING' }]);
    expect(reload).not.toHaveBeenCalled();
    container.claim();
    expect(await applied).toEqual({ ok: true, value: null });
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('keeps the new worker waiting while another tab holds something unsaved', async () => {
    const { updates, container, otherTab } = setUp({ controlled: true, waiting: true });
    otherTab.hold();
    await soon();
    expect(await updates.apply()).toEqual({ ok: false, error: { type: 'UnsavedElsewhere' } });
    expect(container.posted).toEqual([]);
  });

  it('reloads a tab that became unsaved meanwhile only when it has saved', async () => {
    const { updates, container, reload } = setUp({ controlled: true });
    await soon();
    const saved = updates.hold();
    container.claim();
    expect(reload).not.toHaveBeenCalled();
    saved();
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('waits until the last thing that goes on here is done', async () => {
    const { updates, container } = setUp({ controlled: true, waiting: true });
    await soon();
    const first = updates.hold();
    const second = updates.hold();
    first();
    first();
    await soon();
    expect(await updates.apply()).toEqual({ ok: false, error: { type: 'UnsavedElsewhere' } });
    second();
    await soon();
    void updates.apply();
    await soon();
    expect(container.posted).toEqual([{ type: 'SKIP_WAITING' }]);
  });

  it('waits for what goes on in another tab, which reloads by itself only once that is done', async () => {
    const { updates, container, otherTab, reload } = setUp({ controlled: true, waiting: true });
    const release = otherTab.hold();
    await soon();
    expect(await updates.apply()).toEqual({ ok: false, error: { type: 'UnsavedElsewhere' } });
    release();
    const held = updates.hold();
    container.claim();
    expect(reload).not.toHaveBeenCalled();
    held();
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('goes on with the version in use where the new one does not come in', async () => {
    const { updates, reload } = setUp({ controlled: true, waiting: true });
    await soon();
    vi.useFakeTimers();
    const applied = updates.apply();
    await vi.advanceTimersByTimeAsync(20_000);
    vi.useRealTimers();
    expect(await applied).toEqual({ ok: false, error: { type: 'NotTaken' } });
    expect(reload).not.toHaveBeenCalled();
  });

  it('forgets a new version that became of no use', async () => {
    const { updates, container } = setUp({ controlled: true });
    await soon();
    container.install();
    container.worker.state = 'redundant';
    container.worker.dispatchEvent(new Event('statechange'));
    expect(await updates.apply()).toEqual({ ok: true, value: null });
    expect(container.posted).toEqual([]);
  });

  it('tells that an update was undone until the learner knows, unless a later one waits', async () => {
    const { updates, container, onNews } = setUp({ controlled: true });
    await soon();
    container.dispatchEvent(new Event('message'));
    updates.onNews(onNews);
    expect(onNews.mock.calls).toEqual([['undone']]);
    updates.understood();
    expect(container.posted).toEqual([{ type: 'UNDONE_READ' }]);
    const later = vi.fn();
    updates.onNews(later);
    expect(later).not.toHaveBeenCalled();
    container.install();
    container.dispatchEvent(new Event('message'));
    expect(later.mock.calls).toEqual([['ready']]);
  });

  it('does nothing where there are no service workers, or none may be registered', async () => {
    const none = createBrowserUpdates({ ...scope(), serviceWorker: undefined });
    expect(await none.apply()).toEqual({ ok: true, value: null });
    const { updates } = setUp({ controlled: false, refuses: true });
    await soon();
    expect(await updates.apply()).toEqual({ ok: true, value: null });
  });
});

interface World {
  readonly controlled: boolean;
  readonly waiting?: boolean;
  readonly refuses?: boolean;
}

/** The browser's part of an update: a container, one registration, one new worker. */
class FakeContainer extends EventTarget {
  controller: object | null;
  readonly posted: unknown[] = [];
  readonly worker = Object.assign(new EventTarget(), { state: 'installing', postMessage: (m: unknown) => this.posted.push(m) });
  readonly registration = Object.assign(new EventTarget(), {
    waiting: null as object | null,
    installing: this.worker,
    update: () => Promise.resolve(),
  });
  readonly refuses: boolean;

  constructor({ controlled, waiting = false, refuses = false }: World) {
    super();
    this.controller = controlled ? { postMessage: (m: unknown) => this.posted.push(m) } : null;
    this.registration.waiting = waiting ? this.worker : null;
    this.refuses = refuses;
  }
  register = (): Promise<object> => (this.refuses ? Promise.reject(new Error('no')) : Promise.resolve(this.registration));
  install(): void {
    this.registration.dispatchEvent(new Event('updatefound'));
    this.worker.state = 'installed';
    this.worker.dispatchEvent(new Event('statechange'));
  }
  claim(): void {
    this.controller = this.worker;
    this.dispatchEvent(new Event('controllerchange'));
  }
}

const scope = () => ({ scriptUrl: 'sw.js', unsaved: createUnsaved({ locks: undefined, channel: undefined }), reload: vi.fn() });

function setUp(world: World) {
  const container = new FakeContainer(world);
  const locks = createFakeLocks();
  const reload = vi.fn();
  const updates = createBrowserUpdates({
    serviceWorker: container as unknown as ServiceWorkerContainer,
    scriptUrl: 'sw.js',
    unsaved: createUnsaved({ locks, channel: undefined }),
    reload,
  });
  return { updates, container, reload, onNews: vi.fn(), otherTab: createUnsaved({ locks, channel: undefined }) };
}
