import { Blob as NodeBlob } from 'node:buffer';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';
import { narrow } from '../../../../src/runner/engines/narrow.ts';

/** A realm as a worker has it, as far as it is narrowed; the classes are made anew, since they are changed. */
function realm(): typeof globalThis {
  class FreshBlob extends NodeBlob {}
  // Node's classes share one prototype: a fresh one has `size` of its own.
  Object.defineProperty(FreshBlob.prototype, 'size', Object.getOwnPropertyDescriptor(NodeBlob.prototype, 'size') ?? {});
  // A browser's own does not call the constructor above it.
  function FreshFile(parts: BlobPart[], name: string): Blob {
    return Object.assign(Reflect.construct(NodeBlob, [parts], new.target as never) as Blob, { name });
  }
  FreshFile.prototype = Object.create(FreshBlob.prototype) as Blob;
  class Form {
    readonly parts: unknown[] = [];
    append(name: string, value: unknown): void {
      this.parts.push([name, value]);
    }
    set(name: string, value: unknown): void {
      this.parts.splice(0, Infinity, [name, value]);
    }
  }
  return { Blob: FreshBlob, File: FreshFile, FormData: Form, EventTarget, Event, queueMicrotask } as unknown as typeof globalThis;
}

describe('a narrowed realm', () => {
  let scope: typeof globalThis;
  beforeEach(() => {
    scope = realm();
    narrow(scope);
  });

  it('makes Blobs and Files of text and bytes as ever', async () => {
    const blob = new scope.Blob(['a', new Uint8Array([98])], { type: 'text/plain' });
    expect([await blob.text(), blob.type, blob instanceof scope.Blob]).toEqual(['ab', 'text/plain', true]);
    expect(new scope.File(['x'], 'n.txt')).toMatchObject({ name: 'n.txt', size: 1 });
    expect(await new scope.Blob(new Set(['a', 'b']) as never).text()).toBe('ab');
    expect(new scope.Blob().size).toBe(0);
    class Mine extends scope.Blob {}
    expect(new Mine(['abc']).size).toBe(3);
  });

  it.each([
    ['a Blob', (blob: Blob) => [blob]],
    ['a slice of one', (blob: Blob) => [blob.slice(0, 1)]],
    ['one after others', (blob: Blob) => ['x', blob]],
    ['one that a list gives at the second look only', (blob: Blob) => twoFaced(blob)],
  ])('refuses %s among the parts', (_, parts) => {
    const blob = new scope.Blob(['x']);
    expect(() => new scope.Blob(parts(blob) as BlobPart[])).toThrow(TypeError);
    expect(() => new scope.File(parts(blob) as BlobPart[], 'f')).toThrow(TypeError);
  });

  it('is not got round by the constructor of what there is, nor by what a program adds to Object', () => {
    const blob = new scope.Blob(['x']);
    const Again = blob.constructor as typeof Blob;
    expect(() => new Again([blob])).toThrow(TypeError);
    const seen = runInNewContext(`Object.prototype.get = (target) => target; try { B.name } finally { delete Object.prototype.get }`, { B: scope.Blob, Object }) as unknown;
    expect(seen).not.toBe(NodeBlob);
    expect(typeof seen).toBe('string');
  });

  it('takes text into a form, and no Blob', () => {
    const form = new scope.FormData();
    form.append('a', 'b');
    expect(() => form.append('a', new scope.Blob(['x']))).toThrow(TypeError);
    expect(() => form.set('a', new scope.Blob(['x']))).toThrow(TypeError);
  });

  it('has workers as where the policy forbids them: in error, and silent', async () => {
    const { Worker: Blocked } = scope as unknown as { Worker: new (address: string) => Worker };
    const worker = new Blocked('blob:x');
    const heard: string[] = [];
    worker.onerror = (event) => heard.push(`on ${(event as Event).type}`);
    worker.addEventListener('error', (event) => heard.push(event.type));
    worker.postMessage('x');
    await new Promise((resolve) => setTimeout(resolve));
    worker.terminate();
    expect(heard).toEqual(['on error', 'error']);
  });
});

/** Gives text to whoever looks first, and the Blob to whoever looks again. */
function twoFaced(blob: Blob): Iterable<unknown> {
  let looks = 0;
  return {
    get [Symbol.iterator]() {
      looks += 1;
      const parts = looks === 1 ? ['x', blob] : [blob, blob];
      return () => parts.values();
    },
  };
}
