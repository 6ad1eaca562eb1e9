import { MAX_ITEMS, layOut, type Place, type Shown } from './layout.ts';
import * as own from './primordials.ts';
import { quoteLikeNode } from './quote-like-node.ts';

/** Node's defaults: what learners meet elsewhere, and what authors paste into expected output. */
const MAX_DEPTH = 2;
const LINE_WIDTH = 80;

/** A value as `console.log` shows it in Node: `[ 1, 'two', { three: 3 } ]`. Never throws. */
export function inspect(value: unknown): string {
  return show(value, { depth: 0, above: null, place: { indentation: 0, depthReached: 0 } });
}

/** The objects being shown, innermost first: in one that holds itself the inner one is `[Circular *1]`. */
type Chain = { readonly value: object; readonly above: Chain; isReferred: boolean } | null;
interface Context {
  readonly depth: number;
  readonly above: Chain;
  readonly place: Place;
}

function show(value: unknown, context: Context): string {
  switch (typeof value) {
    case 'string':
      return showString(value, context.place.indentation);
    case 'number':
      return own.is(value, -0) ? '-0' : own.toText(value);
    case 'bigint':
      return `${own.toText(value)}n`;
    case 'symbol':
      return own.symbolText(value);
    case 'function':
    case 'object':
      if (value === null) return 'null';
      try {
        return showObject(value, context);
      } catch {
        return '[Object]';
      }
    default:
      return own.toText(value);
  }
}

/** A long one is broken where its lines end. */
function showString(text: string, indentation: number): string {
  if (text.length <= 16 || text.length <= LINE_WIDTH - indentation - 4 || own.indexOf(text, '\n') === -1 || indentation === 0) return quoteLikeNode(text);
  let shown = '';
  let rest = text;
  for (let at = own.indexOf(rest, '\n'); at !== -1 && at < rest.length - 1; at = own.indexOf(rest, '\n')) {
    shown += `${quoteLikeNode(own.slice(rest, 0, at + 1))} +\n${own.repeat(' ', indentation + 2)}`;
    rest = own.slice(rest, at + 1);
  }
  return shown + quoteLikeNode(rest);
}

function showObject(value: object, context: Context): string {
  for (let link = context.above; link !== null; link = link.above) {
    if (link.value !== value) continue;
    link.isReferred = true;
    return '[Circular *1]';
  }
  const short = showShort(value);
  const name = constructorOf(value);
  const isFunction = typeof value === 'function';
  const keys = shownKeys(value, short !== null);
  if (short !== null && (keys.length === 0 || !isFunction)) return short;
  const isEmpty = keys.length === 0 && isWithoutItems(value);
  if (context.depth > MAX_DEPTH && !isEmpty) return `[${own.isArray(value) ? 'Array' : name === '' ? 'Object: null prototype' : name}]`;
  const chain = { value, above: context.above, isReferred: false };
  const { place } = context;
  if (!isEmpty) place.depthReached = context.depth;
  const inner: Context = { depth: context.depth + 1, above: chain, place };
  const deeper = (item: unknown): string => {
    place.indentation += 2;
    const text = show(item, inner);
    place.indentation -= 2;
    return text;
  };
  const shown = showParts(value, name, deeper, context.depth);
  for (let i = 0; i < keys.length; i++) own.push(shown.entries, showProperty(value, own.at(keys, i), deeper));
  const base = short ?? '';
  const text = shown.entries.length === 0 ? `${base}${shown.open}${shown.close}` : layOut({ ...shown, base }, place);
  return chain.isReferred ? `<ref *1> ${text}` : text;
}

/** What is shown as a word or two, whatever it holds; null: there is no such form. */
function showShort(value: object): string | null {
  if (typeof value === 'function') return showFunction(value as () => unknown);
  if (own.isMadeBy(value, own.NativeError.prototype)) return showError(value as Error);
  if (own.isMadeBy(value, own.RegExpPrototype)) return own.regExpText(value as RegExp);
  if (own.isMadeBy(value, own.DatePrototype)) return own.is(own.timeOf(value as Date), NaN) ? 'Invalid Date' : own.dateText(value as Date);
  switch (own.objectTag(value)) {
    case '[object Number]':
      return `[Number: ${show(own.numberValue(value), NOWHERE)}]`;
    case '[object String]':
      return `[String: ${quoteLikeNode(own.stringValue(value))}]`;
    case '[object Boolean]':
      return `[Boolean: ${own.toText(own.booleanValue(value))}]`;
    default:
      return null;
  }
}
const NOWHERE: Context = { depth: 0, above: null, place: { indentation: 0, depthReached: 0 } };

/** The items of what has items, and the brackets around. */
function showParts(value: object, name: string, deeper: (item: unknown) => string, depth: number): Omit<Shown, 'base'> {
  const entries = own.createList<string>();
  const add = (size: number, text: () => string): void => {
    if (entries.length < MAX_ITEMS) own.push(entries, text());
    else if (entries.length === MAX_ITEMS) own.push(entries, more(size - MAX_ITEMS));
  };
  const braces = (open: string, close: string, items: ArrayLike<unknown> | null = null): Omit<Shown, 'base'> => ({ entries, open, close, depth, items });
  if (own.isArray(value)) {
    const items = value as readonly unknown[];
    addItems(items, entries, deeper);
    return braces(`${name === 'Array' ? '' : `${name}(${items.length}) `}[`, ']', items);
  }
  if (own.isView(value) && own.objectTag(value) !== '[object DataView]') {
    const items = value as unknown as ArrayLike<unknown>;
    addItems(items, entries, deeper);
    return braces(`${name}(${items.length}) [`, ']', items);
  }
  if (own.isMadeBy(value, own.SetPrototype)) {
    const size = own.setSize(value);
    own.setForEach(value as Set<unknown>, (item) => add(size, () => deeper(item)));
    return braces(`${name}(${size}) {`, '}');
  }
  if (own.isMadeBy(value, own.MapPrototype)) {
    const size = own.mapSize(value);
    own.mapForEach(value as Map<unknown, unknown>, (item, key) => add(size, () => `${deeper(key)} => ${deeper(item)}`));
    return braces(`${name}(${size}) {`, '}');
  }
  if (typeof value === 'function') return braces('{', '}');
  const tag = tagOf(value);
  if (tag === 'WeakMap' || tag === 'WeakSet') own.push(entries, '<items unknown>');
  const mark = tag === '' || tag === name ? '' : `[${tag}] `;
  const prefix = name === '' ? `[Object: null prototype] ${mark}` : name === 'Object' && mark === '' ? '' : `${name} ${mark}`;
  return braces(`${prefix}{`, '}');
}

function isWithoutItems(value: object): boolean {
  if (own.isArray(value) || own.isView(value)) return (value as unknown as ArrayLike<unknown>).length === 0;
  if (own.isMadeBy(value, own.SetPrototype)) return own.setSize(value) === 0;
  return !own.isMadeBy(value, own.MapPrototype) || own.mapSize(value) === 0;
}

/** Holes are counted together. */
function addItems(items: ArrayLike<unknown>, entries: own.List<string>, deeper: (item: unknown) => string): void {
  let i = 0;
  while (i < items.length && entries.length < MAX_ITEMS) {
    let holes = 0;
    while (i + holes < items.length && !own.hasOwn(items, i + holes)) holes += 1;
    if (holes > 0) own.push(entries, `<${holes} empty item${holes > 1 ? 's' : ''}>`);
    else own.push(entries, deeper(items[i]));
    i += holes > 0 ? holes : 1;
  }
  if (i < items.length) own.push(entries, more(items.length - i));
}

const more = (count: number): string => `... ${count} more item${count > 1 ? 's' : ''}`;

/** Own and enumerable; of arrays and their like, those that are no index. */
function shownKeys(value: object, isShort: boolean): own.List<PropertyKey> {
  const keys = own.createList<PropertyKey>();
  if (isShort && typeof value !== 'function') return keys;
  const hasItems = own.isArray(value) || own.isView(value);
  const all = own.ownKeys(value);
  for (let i = 0; i < all.length; i++) {
    const key = all[i] ?? '';
    if (hasItems && typeof key === 'string' && own.exec(/^\d+$/, key) !== null) continue;
    if (own.getOwnPropertyDescriptor(value, key)?.enumerable === true) own.push(keys, key);
  }
  return keys;
}

function showProperty(value: object, key: PropertyKey, deeper: (item: unknown) => string): string {
  const property = own.getOwnPropertyDescriptor(value, key);
  const isName = typeof key === 'string' && own.exec(/^[A-Za-z_]\w*$/, key) !== null;
  const label = typeof key === 'symbol' ? `[${own.symbolText(key)}]` : key === '__proto__' ? "['__proto__']" : isName ? key : quoteLikeNode(own.toText(key));
  if (property?.get !== undefined) return `${label}: ${property.set === undefined ? '[Getter]' : '[Getter/Setter]'}`;
  return `${label}: ${property?.set === undefined ? deeper(property?.value) : '[Setter]'}`;
}

function showFunction(value: () => unknown): string {
  const name = typeof value.name === 'string' ? value.name : '';
  if (own.exec(/^class\b/, own.functionText(value)) !== null) {
    const parent: unknown = (own.getPrototypeOf(value) as { name?: unknown } | null)?.name;
    return `[class ${name === '' ? '(anonymous)' : name}${typeof parent === 'string' && parent !== '' ? ` extends ${parent}` : ''}]`;
  }
  const kind = constructorOf(value);
  return `[${kind === '' ? 'Function' : kind}${name === '' ? ' (anonymous)' : `: ${name}`}]`;
}

/** Without its stack: the sandbox's own lines would be in it. */
function showError(error: Error): string {
  const message = own.toText(error.message);
  return message === '' ? own.toText(error.name) : `${own.toText(error.name)}: ${message}`;
}

function constructorOf(value: object): string {
  for (let link: object | null = value; link !== null; link = own.getPrototypeOf(link)) {
    const maker: unknown = own.getOwnPropertyDescriptor(link, 'constructor')?.value;
    if (typeof maker === 'function' && maker.name !== '') return maker.name;
  }
  return '';
}

function tagOf(value: object): string {
  const tag: unknown = (value as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag];
  return typeof tag === 'string' ? tag : '';
}
