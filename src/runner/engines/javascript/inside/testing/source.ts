import * as own from '../primordials.ts';
import { inspect } from '../inspect.ts';

const MAX_DEPTH = 12;
const MAX_CHARS = 2_000;

/** A value as the learner would write it, on one line: `{ a: [1, 'b'] }`. Never throws; cut at 2,000 characters. */
export function toSource(value: unknown): string {
  let left = MAX_CHARS * 4;
  const write = (item: unknown, depth: number): string => {
    if (typeof item !== 'object' || item === null) return inspect(item);
    if (left <= 0 || depth > MAX_DEPTH) return '…';
    const text = asText(item);
    if (text !== null) return text;
    const inner = (held: unknown): string => {
      const shown = write(held, depth + 1);
      left -= shown.length;
      return shown;
    };
    if (own.isArray(item)) {
      let items = '';
      for (let i = 0; i < item.length && left > 0; i++) items += (i === 0 ? '' : ', ') + inner(item[i]);
      return `[${items}]`;
    }
    if (own.isMadeBy(item, own.SetPrototype)) {
      let items = '';
      own.setForEach(item as Set<unknown>, (held) => (items += (items === '' ? '' : ', ') + inner(held)));
      return `new Set([${items}])`;
    }
    if (own.isMadeBy(item, own.MapPrototype)) {
      let entries = '';
      own.mapForEach(item as Map<unknown, unknown>, (held, key) => (entries += `${entries === '' ? '' : ', '}[${inner(key)}, ${inner(held)}]`));
      return `new Map([${entries}])`;
    }
    return writeObject(item, inner);
  };
  let text: string;
  try {
    text = write(value, 0);
  } catch {
    text = inspect(value);
  }
  return text.length > MAX_CHARS ? `${own.slice(text, 0, MAX_CHARS)}…` : text;
}

/** What has a short form of its own. */
function asText(item: object): string | null {
  if (own.isMadeBy(item, own.NativeError.prototype) || own.isMadeBy(item, own.RegExpPrototype)) return inspect(item);
  if (own.isMadeBy(item, own.DatePrototype)) return `new Date('${own.dateText(item as Date)}')`;
  return null;
}

function writeObject(item: object, inner: (held: unknown) => string): string {
  let entries = '';
  const keys = own.ownKeys(item);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? '';
    const property = own.getOwnPropertyDescriptor(item, key);
    if (property?.enumerable !== true) continue;
    const isName = typeof key === 'string' && own.exec(/^(?:[A-Za-z_$][\w$]*|\d+)$/, key) !== null;
    const label = isName ? key : typeof key === 'symbol' ? `[${own.symbolText(key)}]` : inspect(key);
    entries += `${entries === '' ? '' : ', '}${label}: ${property.get === undefined ? inner(property.value) : '[Getter]'}`;
  }
  const name = nameOf(item);
  return `${name === 'Object' || name === '' ? '' : `${name} `}${entries === '' ? '{}' : `{ ${entries} }`}`;
}

/** The class an object is of, as far as its prototypes tell. */
export function nameOf(item: object): string {
  for (let link = own.getPrototypeOf(item), depth = 0; link !== null && depth < 100; link = own.getPrototypeOf(link), depth++) {
    const maker: unknown = own.getOwnPropertyDescriptor(link, 'constructor')?.value;
    if (typeof maker !== 'function') continue;
    const name: unknown = own.getOwnPropertyDescriptor(maker, 'name')?.value;
    return typeof name === 'string' ? name : '';
  }
  return '';
}
