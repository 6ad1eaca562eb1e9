/** Web Locks, as far as the app asks of them: shared and exclusive, ifAvailable, steal, a queue. */
export function createFakeLocks(): LockManager {
  interface Held {
    name: string;
    mode: LockMode;
    lose: (error: DOMException) => void;
  }
  let held: Held[] = [];
  let waiting: { name: string; mode: LockMode; go: () => void }[] = [];
  const isFree = (name: string, mode: LockMode): boolean =>
    !held.some((lock) => lock.name === name && (mode === 'exclusive' || lock.mode === 'exclusive'));
  const wake = (): void => {
    const ready = waiting.filter(({ name, mode }) => isFree(name, mode)).slice(0, 1);
    waiting = waiting.filter((entry) => !ready.includes(entry));
    ready.forEach(({ go }) => go());
  };

  async function request(name: string, options: LockOptions, callback: (lock: Lock | null) => unknown): Promise<unknown> {
    const mode = options.mode ?? 'exclusive';
    await Promise.resolve();
    if (options.steal === true) {
      held.filter((lock) => lock.name === name).forEach((lock) => lock.lose(new DOMException('stolen', 'AbortError')));
      held = held.filter((lock) => lock.name !== name);
    }
    if (!isFree(name, mode)) {
      if (options.ifAvailable === true) return callback(null);
      await new Promise<void>((go) => waiting.push({ name, mode, go }));
    }
    let lose: Held['lose'] = () => undefined;
    const lost = new Promise<never>((_, reject) => (lose = reject));
    const mine: Held = { name, mode, lose };
    held.push(mine);
    try {
      return await Promise.race([callback({ name, mode }), lost]);
    } finally {
      held = held.filter((lock) => lock !== mine);
      wake();
    }
  }
  return { request, query: () => Promise.resolve({}) } as unknown as LockManager;
}
