import { inspect } from './inspect.ts';
import * as own from './primordials.ts';

const MAX_DEPTH = 50;
/** Of one value's JSON; more is no answer that anyone compares. */
const MAX_CHARS = 1_000_000;
const MAX_REPR_CHARS = 2_000;

/** Thrown inside only: the value is too deep, too large, or bites its own tail. */
const TOO_MUCH = new Error('Too much');

/**
 * A value as JSON text in the shape of `core/run-result`'s `Value`. Written by hand, since JSON.stringify asks every
 * object for a `toJSON`. What has no place there, or throws while it is read, goes out as its repr.
 */
export function encodeValue(value: unknown): string {
  let length = 0;
  const count = (text: string): string => {
    length += text.length;
    if (length > MAX_CHARS) throw TOO_MUCH;
    return text;
  };
  const encode = (item: unknown, depth: number): string => {
    if (depth > MAX_DEPTH) throw TOO_MUCH;
    switch (typeof item) {
      case 'undefined':
        return count('{"kind":"undefined"}');
      case 'boolean':
        return count(`{"kind":"boolean","value":${own.toText(item)}}`);
      case 'bigint':
        return count(`{"kind":"integer","digits":"${own.toText(item)}"}`);
      case 'number':
        return count(`{"kind":"float","text":"${own.toText(item)}"}`);
      case 'string':
        if (item.length > MAX_CHARS) throw TOO_MUCH;
        return count(`{"kind":"string","value":${own.quote(item)}}`);
      case 'object':
        return item === null ? count('{"kind":"none"}') : encodeObject(item, depth + 1);
      default:
        return count(encodeOther(item));
    }
  };
  const encodeObject = (item: object, depth: number): string => {
    const prototype = own.getPrototypeOf(item);
    if (own.isArray(item) && prototype === own.ArrayPrototype) {
      let items = '';
      for (let i = 0; i < item.length; i++) items += (i === 0 ? '' : ',') + encode(item[i], depth);
      return `{"kind":"list","items":[${items}]}`;
    }
    if (prototype === own.SetPrototype) {
      let items = '';
      own.setForEach(item as Set<unknown>, (member) => (items += (items === '' ? '' : ',') + encode(member, depth)));
      return `{"kind":"set","items":[${items}]}`;
    }
    if (prototype === own.MapPrototype) {
      let entries = '';
      own.mapForEach(item as Map<unknown, unknown>, (member, key) => {
        entries += `${entries === '' ? '' : ','}[${encode(key, depth)},${encode(member, depth)}]`;
      });
      return `{"kind":"dict","entries":[${entries}]}`;
    }
    if ((prototype === own.ObjectPrototype || prototype === null) && own.objectTag(item) === '[object Object]') {
      let entries = '';
      const keys = own.ownKeys(item);
      for (let i = 0; i < keys.length; i++) {
        const key = keys[i];
        if (typeof key !== 'string' || own.getOwnPropertyDescriptor(item, key)?.enumerable !== true) continue;
        entries += `${entries === '' ? '' : ','}[${encode(key, depth)},${encode((item as Record<string, unknown>)[key], depth)}]`;
      }
      return `{"kind":"dict","entries":[${entries}]}`;
    }
    return count(encodeOther(item));
  };
  try {
    return encode(value, 0);
  } catch {
    return encodeOther(value);
  }
}

function encodeOther(value: unknown): string {
  return `{"kind":"other","typeName":${own.quote(typeNameOf(value))},"repr":${own.quote(own.slice(inspect(value), 0, MAX_REPR_CHARS))}}`;
}

function typeNameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return typeof value;
  try {
    const name: unknown = (value as { constructor?: { name?: unknown } }).constructor?.name;
    return typeof name === 'string' && name !== '' ? own.slice(name, 0, 200) : 'Object';
  } catch {
    return 'Object';
  }
}
