/** The fields of one protobuf message: number → values in their order, a varint as a number, anything longer as bytes. */
export type Message = ReadonlyMap<number, readonly (number | Uint8Array)[]>;

/**
 * Reads the wire format (https://protobuf.dev/programming-guides/encoding), without knowing what the fields mean. Null
 * where the bytes are no message. Groups, which nobody writes any more, are not read.
 */
export function readMessage(bytes: Uint8Array): Message | null {
  const fields = new Map<number, (number | Uint8Array)[]>();
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined) return NaN;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
    return NaN;
  };
  while (at < bytes.length) {
    const tag = varint();
    const field = Math.floor(tag / 8);
    const wire = tag % 8;
    let value: number | Uint8Array;
    if (wire === 0) value = varint();
    else {
      const length = wire === 1 ? 8 : wire === 5 ? 4 : wire === 2 ? varint() : NaN;
      value = bytes.subarray(at, at + length);
      at += length;
    }
    if (Number.isNaN(at) || at > bytes.length || Number.isNaN(value) || !(field > 0)) return null;
    const values = fields.get(field);
    if (values === undefined) fields.set(field, [value]);
    else values.push(value);
  }
  return fields;
}

/** The last one counts; 0 is what is not written. */
export function numberIn(message: Message, field: number): number {
  const value = message.get(field)?.at(-1);
  return typeof value === 'number' ? value : 0;
}

export function textIn(message: Message, field: number): string {
  const value = message.get(field)?.at(-1);
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : '';
}

export const messagesIn = (message: Message, field: number): Uint8Array[] =>
  (message.get(field) ?? []).filter((value) => value instanceof Uint8Array);
