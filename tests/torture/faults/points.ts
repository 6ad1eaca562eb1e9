import { IDBDatabase, IDBTransaction } from 'fake-indexeddb';
import type { Fault, Way } from './fault-case.ts';

/**
 * The k-th operation from 1, be it a request, the beginning of a transaction or its commit (of one that only read
 * nobody waits for the commit).
 */
export interface Aim {
  readonly at: number;
  readonly fault: Fault;
  readonly way: Way;
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

interface Line {
  readonly aim: Aim | null;
  operations: number;
  /** False: the request was answered before its transaction could be ended. */
  isMet: boolean;
}

/** What is being counted just now. */
let line: Line | null = null;
function isHit(): boolean {
  if (line === null || ++line.operations !== line.aim?.at) return false;
  line.isMet = true;
  return true;
}
const failure = (): DOMException => new DOMException('made to fail', line?.aim?.fault);

export interface Walked<T> {
  readonly value: T;
  readonly operations: number;
}

/** Whether the last aim was met. */
export const wasMet = (): boolean => lastMet;
let lastMet = true;

/** Counts the operations of `work` and lets the one that is aimed at fail, as the browser would. */
export async function withFault<T>(aim: Aim | null, work: () => Promise<T>): Promise<Walked<T>> {
  const mine: Line = { operations: 0, aim, isMet: false };
  line = mine;
  try {
    const value = await work();
    return { value, operations: mine.operations };
  } finally {
    line = null;
    lastMet = mine.isMet;
  }
}

// For good, and before any database is opened: Dexie keeps a bound `transaction` of each connection.
const inside = IDBTransaction.prototype as unknown as Inside;
const opener = IDBDatabase.prototype as unknown as Opener;
const stock = { exec: inside._execRequestAsync, start: inside._start, transaction: opener.transaction };
inside._execRequestAsync = function (asked) {
  if (!isHit()) return stock.exec.call(this, asked);
  const error = failure();
  if (line?.aim?.way === 'ends') {
    const mine = line;
    mine.isMet = false;
    const request = stock.exec.call(this, asked) as Request['request'];
    setImmediate(() => {
      if (request.readyState === 'done') return;
      mine.isMet = true;
      this._abort(error.name);
    });
    return request;
  }
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
