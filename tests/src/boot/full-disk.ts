import { IDBTransaction as FakeTransaction } from 'fake-indexeddb';
import { onTestFinished, vi } from 'vitest';

interface Insides {
  readonly mode: IDBTransactionMode;
  readonly _rollbackLog: readonly unknown[];
  _abort(name: string): void;
}

/** The method as the value it is. */
interface Plain {
  readonly dispatchEvent: (this: IDBTransaction, event: Event) => boolean;
}

/** Has every write refused at its commit while `isFull`, as Chromium does; one that wrote nothing is let through. */
export function createFullDisk(): { isFull: boolean } {
  const disk = { isFull: false };
  const plain: Plain = FakeTransaction.prototype;
  const dispatch = plain.dispatchEvent;
  const spy = vi.spyOn(FakeTransaction.prototype, 'dispatchEvent').mockImplementation(function (this: IDBTransaction, event) {
    const inside = this as unknown as Insides;
    if (event.type === 'complete' && disk.isFull && inside.mode === 'readwrite' && inside._rollbackLog.length > 0) {
      inside._abort('QuotaExceededError');
      return true;
    }
    return dispatch.call(this, event);
  });
  onTestFinished(() => spy.mockRestore());
  return disk;
}
