/**
 * Takes from a worker's realm, before any program runs there, what would reach beyond it. Measured in Chromium:
 * a Blob made of Blobs is kept as a list of its pieces in the browser's own process, and sixty doublings end the
 * browser, every tab with it; a worker inside the worker has a realm of its own, in which nothing is narrowed.
 */
export function narrow(scope: typeof globalThis): void {
  const { Blob: NativeBlob, File: NativeFile, FormData: NativeFormData } = scope;
  const isBlob = createIsBlob(NativeBlob);
  const GuardedBlob = guarded(NativeBlob, isBlob);
  const GuardedFile = guarded(NativeFile, isBlob);
  setPrototypeOf(GuardedFile, GuardedBlob);
  put(scope, 'Blob', GuardedBlob);
  put(scope, 'File', GuardedFile);
  // A form's parts are pieces of one Blob too, once a Response has it.
  for (const name of ['append', 'set'] as const) {
    const native = getOwnPropertyDescriptor(NativeFormData.prototype, name)?.value as (...given: unknown[]) => void;
    put(NativeFormData.prototype, name, function (this: FormData, ...given: unknown[]) {
      if (isBlob(given[1])) throw new TypeError(REFUSED);
      apply(native, this, given);
    });
  }
  put(scope, 'Worker', createBlockedWorker(scope));
}

const { apply, construct, defineProperty, getOwnPropertyDescriptor, setPrototypeOf } = Reflect;
const { iterator } = Symbol;
const REFUSED = 'A Blob cannot be a part of another Blob here';

const put = (object: object, name: string, value: unknown): boolean =>
  defineProperty(object, name, { value, writable: true, configurable: true, enumerable: false });

type BlobLike = abstract new (...given: never[]) => Blob;

function createIsBlob({ prototype }: typeof Blob): (value: unknown) => boolean {
  const sizeOf = getOwnPropertyDescriptor(prototype, 'size')?.get;
  if (sizeOf === undefined) throw new Error('This engine hides what is a Blob');
  return (value) => {
    try {
      // Throws for whatever is none, in whatever disguise.
      apply(sizeOf, value, []);
      return true;
    } catch {
      return false;
    }
  };
}

function guarded<T extends BlobLike>(Native: T, isBlob: (value: unknown) => boolean): T {
  const Guarded = new Proxy(Native, {
    // What a handler lacks would be looked up where a program may put it.
    __proto__: null,
    construct(target: T, given: unknown[], newTarget: new () => unknown) {
      if (given.length > 0) given[0] = plainParts(given[0], isBlob);
      return construct(target, given, newTarget) as object;
    },
  } as ProxyHandler<T>);
  put(Native.prototype as object, 'constructor', Guarded);
  return Guarded;
}

/** The same parts, each looked at as it passes: a list that is read twice may be two lists. */
function plainParts(parts: unknown, isBlob: (value: unknown) => boolean): unknown {
  if ((typeof parts !== 'object' && typeof parts !== 'function') || parts === null) return parts;
  const start = (parts as { [iterator]?: unknown })[iterator];
  if (typeof start !== 'function') throw new TypeError('The parts of a Blob must be a list');
  const steps = apply(start, parts, []) as Iterator<unknown>;
  const next = (): object => {
    const step: { readonly done?: boolean; readonly value: unknown } = steps.next();
    const { done, value } = step;
    if (isBlob(value)) throw new TypeError(REFUSED);
    return { __proto__: null, done, value };
  };
  return { __proto__: null, [iterator]: () => ({ __proto__: null, next }) };
}

/** A worker as it is where the policy forbids it: made, then in error, and silent. */
function createBlockedWorker({ EventTarget: Target, Event: NativeEvent, queueMicrotask: soon }: typeof globalThis): typeof EventTarget {
  return class Worker extends Target {
    onmessage: unknown = null;
    onmessageerror: unknown = null;
    onerror: unknown = null;

    constructor() {
      super();
      soon(() => {
        const event = new NativeEvent('error', { cancelable: true });
        if (typeof this.onerror === 'function') apply(this.onerror, this, [event]);
        this.dispatchEvent(event);
      });
    }

    postMessage(): void {
      return undefined;
    }

    terminate(): void {
      return undefined;
    }
  };
}
