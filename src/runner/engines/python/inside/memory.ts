const PAGE_BYTES = 65_536;

/** A bound on what WebAssembly may grow to: beyond it Python gets no memory and raises MemoryError. */
export function capMemory(wasm: typeof WebAssembly): { limit(bytes: number): void } {
  const prototype = wasm.Memory.prototype;
  const { grow } = prototype;
  const { get: bufferOf } = Object.getOwnPropertyDescriptor(prototype, 'buffer') ?? {};
  const { get: lengthOf } = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength') ?? {};
  const { apply } = Reflect;
  if (bufferOf === undefined || lengthOf === undefined) throw new Error('This engine hides the size of its memory');
  let limit = Infinity;
  prototype.grow = function (this: WebAssembly.Memory, pages: number): number {
    const size = apply(lengthOf, apply(bufferOf, this, []), []) as number;
    if (size + pages * PAGE_BYTES > limit) throw new RangeError('The memory limit is reached');
    return apply(grow, this, [pages]);
  };
  return {
    limit(bytes) {
      limit = bytes;
    },
  };
}
