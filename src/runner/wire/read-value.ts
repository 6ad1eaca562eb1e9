import type { Value } from '../../core/run-result.ts';
import { isRecord, isString } from './plain.ts';

const MAX_DEPTH = 100;

/** A value as the worker sent it, checked: its realm is hostile. Null when it is not one. */
export function readValue(raw: unknown, depth = 0): Value | null {
  if (!isRecord(raw) || depth > MAX_DEPTH) return null;
  const inner = (item: unknown): Value | null => readValue(item, depth + 1);
  switch (raw.kind) {
    case 'none':
    case 'undefined':
      return { kind: raw.kind };
    case 'boolean':
      return typeof raw.value === 'boolean' ? { kind: 'boolean', value: raw.value } : null;
    case 'integer':
      return isString(raw.digits) && /^-?\d+$/.test(raw.digits) ? { kind: 'integer', digits: raw.digits } : null;
    case 'float':
      return isString(raw.text) ? { kind: 'float', text: raw.text } : null;
    case 'string':
      return isString(raw.value) ? { kind: 'string', value: raw.value } : null;
    case 'list':
    case 'tuple':
    case 'set': {
      const items = readAll(raw.items, inner);
      return items === null ? null : { kind: raw.kind, items };
    }
    case 'dict': {
      const entries = readAll(raw.entries, (entry) => readEntry(entry, inner));
      return entries === null ? null : { kind: 'dict', entries };
    }
    case 'other': {
      const { typeName, repr } = raw;
      return isString(typeName) && isString(repr) ? { kind: 'other', typeName: typeName.slice(0, 200), repr: repr.slice(0, 2000) } : null;
    }
    default:
      return null;
  }
}

function readEntry(raw: unknown, inner: (item: unknown) => Value | null): readonly [Value, Value] | null {
  if (!Array.isArray(raw) || raw.length !== 2) return null;
  const [key, value] = [inner(raw[0]), inner(raw[1])];
  return key === null || value === null ? null : [key, value];
}

/** All or nothing. */
function readAll<T>(raw: unknown, read: (item: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(raw)) return null;
  const items: T[] = [];
  for (const item of raw) {
    const read1 = read(item);
    if (read1 === null) return null;
    items.push(read1);
  }
  return items;
}
