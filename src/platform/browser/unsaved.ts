/**
 * Which tabs hold something unsaved, told across tabs twice over: a shared Web Lock (goes with its tab, even a
 * crashed one) and a question by BroadcastChannel (true at once, while a lock is granted a moment later).
 */
export interface Unsaved {
  isHere(): boolean;
  /** Unsaved until the function is called. */
  hold(): () => void;
  /** Runs `work` while no tab is unsaved, and none can become so by lock; null when some tab is. */
  whileNone<T>(work: () => Promise<T>): Promise<T | null>;
}

export interface Tabs {
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'removeEventListener'> | undefined;
}

const LOCK = 'hornbook:unsaved';
/** A tab in front answers in a few ms; one in the background holds its lock long since. */
const ANSWER_WITHIN_MS = 250;

export function createUnsaved({ locks, channel }: Tabs): Unsaved {
  let isUnsaved = false;
  const holds = new Set<object>();
  let release: (() => void) | null = null;

  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === 'unsaved?' && isUnsaved) channel.postMessage('unsaved!');
  });

  const anyAnswers = (): Promise<boolean> => {
    if (channel === undefined) return Promise.resolve(false);
    return new Promise((resolve) => {
      const finish = (answer: boolean): void => {
        clearTimeout(timer);
        channel.removeEventListener('message', listen);
        resolve(answer);
      };
      const listen = ({ data }: MessageEvent<unknown>): void => {
        if (data === 'unsaved!') finish(true);
      };
      const timer = setTimeout(() => finish(false), ANSWER_WITHIN_MS);
      channel.addEventListener('message', listen);
      channel.postMessage('unsaved?');
    });
  };

  const update = (): void => {
    const next = holds.size > 0;
    if (next === isUnsaved) return;
    isUnsaved = next;
    release?.();
    release = null;
    if (!next || locks === undefined) return;
    const held = new Promise<void>((end) => (release = end));
    void locks.request(LOCK, { mode: 'shared' }, () => held).catch(() => undefined);
  };

  return {
    isHere: () => isUnsaved,

    hold() {
      const held = {};
      holds.add(held);
      update();
      return () => {
        holds.delete(held);
        update();
      };
    },

    async whileNone(work) {
      const askAndWork = async (): Promise<Awaited<ReturnType<typeof work>> | null> =>
        isUnsaved || (await anyAnswers()) ? null : await work();
      if (locks === undefined) return askAndWork();
      return locks.request(LOCK, { mode: 'exclusive', ifAvailable: true }, (lock) => (lock === null ? null : askAndWork()));
    },
  };
}
