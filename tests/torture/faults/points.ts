import { IDBDatabase, IDBTransaction } from 'fake-indexeddb';
import type { Fault } from './fault-case.ts';

/**
 * The k-th operation from 1, be it a request, the beginning of a transaction or its commit (of one that only read
 * nobody waits for the commit).
 */
export interface Aim {
  readonly at: number;
  readonly fault: Fault;
}

interface Request {
  operation: () => unknown;
  readonly request: { readonly readyState: string };
}
/** What of a transaction of fake-indexeddb is reached into: every request and every commit passes here. */
interface Inside {
  readonly _state: string;
  readonly mode: string;
  readonly _requests: readonly Request[];
  _execRequestAsync: (this: Inside, asked: Request) => unknown;
  _start: (this: Inside) => void;
  _abort: (this: Inside, name: string) => void;
}
interface Opener {
  transaction: (this: unknown, ...args: unknown[]) => unknown;
}

/** What is being counted just now. */
let line: { operations: number; readonly aim: Aim | null } | null = null;
const isHit = (): boolean => line !== null && ++line.operations === line.aim?.at;
const failure = (): DOMException => new DOMException('made to fail', line?.aim?.fault);

/** Counts the operations of `work` and lets the one that is aimed at fail, as the browser would. */
export async function withFault<T>(aim: Aim | null, work: () => Promise<T>): Promise<{ value: T; operations: number }> {
  const mine = { operations: 0, aim };
  line = mine;
  try {
    const value = await work();
    return { value, operations: mine.operations };
  } finally {
    line = null;
  }
}

// For good, and before any database is opened: Dexie keeps a bound `transaction` of each connection.
const inside = IDBTransaction.prototype as unknown as Inside;
const opener = IDBDatabase.prototype as unknown as Opener;
const stock = { exec: inside._execRequestAsync, start: inside._start, transaction: opener.transaction };
inside._execRequestAsync = function (asked) {
  if (!isHit()) return stock.exec.call(this, asked);
  const error = failure();
  const operation = (): never => {
    throw error;
  };
  return stock.exec.call(this, { ...asked, operation });
};
inside._start = function () {
  const isOver = this._requests.every(({ request }) => request.readyState === 'done');
  if (isOver && this.mode === 'readwrite' && this._state !== 'finished' && isHit()) this._abort(failure().name);
  else stock.start.call(this);
};
opener.transaction = function (...args) {
  if (isHit()) throw failure();
  return stock.transaction.apply(this, args);
};
