import * as own from './primordials.ts';

/** Node's defaults: what learners meet elsewhere, and what authors paste into expected output. */
const MAX_DEPTH = 2;
const MAX_ITEMS = 100;
const LINE_WIDTH = 72;
const MAX_STRING_CHARS = 10_000;

/** A value as `console.log` shows it in Node: `[ 1, 'two', { three: 3 } ]`. Never throws. */
export function inspect(value: unknown): string {
  return show(value, 0, null);
}

/** The objects being shown, innermost first: in one that holds itself the inner one is `[Circular *1]`. */
type Chain = { readonly value: object; readonly above: Chain; isReferred: boolean } | null;

function show(value: unknown, depth: number, above: Chain): string {
  switch (typeof value) {
    case 'string':
      return quoteLikeNode(value);
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
        return showObject(value, depth, above);
      } catch {
        return '[Object]';
      }
    default:
      return own.toText(value);
  }
}

function showObject(value: object, depth: number, above: Chain): string {
  for (let link = above; link !== null; link = link.above) {
    if (link.value !== value) continue;
    link.isReferred = true;
    return '[Circular *1]';
  }
  const chain = { value, above, isReferred: false };
  const text = showContents(value, depth, chain);
  return chain.isReferred ? `<ref *1> ${text}` : text;
}

function showContents(value: object, depth: number, chain: Chain): string {
  if (own.isMadeBy(value, own.NativeError.prototype)) return showError(value as Error);
  if (own.isMadeBy(value, own.RegExpPrototype)) return own.regExpText(value as RegExp);
  if (own.isMadeBy(value, own.DatePrototype)) return own.dateText(value as Date);
  const name = constructorOf(value);
  const inner = (item: unknown): string => show(item, depth + 1, chain);
  const isDeep = depth > MAX_DEPTH;
  if (typeof value === 'function') return withProperties(showFunction(value as () => unknown), value, inner);
  if (own.isArray(value)) {
    if (isDeep) return '[Array]';
    const prefix = name === 'Array' ? '' : `${name}(${value.length}) `;
    return join(prefix, '[', ']', (add) => {
      for (let i = 0; i < value.length; i++) {
        if (i === MAX_ITEMS) { add(`... ${value.length - i} more item${value.length - i > 1 ? 's' : ''}`); return; }
        add(own.getOwnPropertyDescriptor(value, i) === undefined ? '<1 empty item>' : inner(value[i]));
      }
    });
  }
  if (own.isMadeBy(value, own.SetPrototype)) {
    const set = value as Set<unknown>;
    return isDeep ? '[Set]' : join(`Set(${set.size}) `, '{', '}', (add) => own.setForEach(set, (item) => add(inner(item))));
  }
  if (own.isMadeBy(value, own.MapPrototype)) {
    const map = value as Map<unknown, unknown>;
    const entries = (add: (text: string) => void): void => own.mapForEach(map, (item, key) => add(`${inner(key)} => ${inner(item)}`));
    return isDeep ? '[Map]' : join(`Map(${map.size}) `, '{', '}', entries);
  }
  const tag = own.objectTag(value);
  if (tag === '[object Promise]') return 'Promise {}';
  if (isDeep) return `[${name === '' ? 'Object: null prototype' : name}]`;
  const prefix = name === 'Object' ? '' : name === '' ? '[Object: null prototype] ' : `${name} `;
  return join(prefix, '{', '}', (add) => addProperties(value, inner, add));
}

function addProperties(value: object, inner: (item: unknown) => string, add: (text: string) => void): void {
  const keys = own.ownKeys(value);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? '';
    const property = own.getOwnPropertyDescriptor(value, key);
    if (property?.enumerable !== true) continue;
    const label = typeof key === 'symbol' ? `[${own.symbolText(key)}]` : own.exec(/^[A-Za-z_$][\w$]*$/, key) === null ? quoteLikeNode(key) : key;
    const get = property.get !== undefined;
    add(`${label}: ${get ? (property.set === undefined ? '[Getter]' : '[Getter/Setter]') : inner(property.value)}`);
  }
}

function withProperties(text: string, value: object, inner: (item: unknown) => string): string {
  const shown = join(`${text} `, '{', '}', (add) => addProperties(value, inner, add));
  return shown === `${text} {}` ? text : shown;
}

/** On one line where it fits, else one item a line. */
function join(prefix: string, open: string, close: string, addAll: (add: (text: string) => void) => void): string {
  let flat = '';
  let tall = '';
  addAll((text) => {
    flat += (flat === '' ? '' : ', ') + text;
    tall += (tall === '' ? '' : ',\n') + '  ' + indent(text);
  });
  if (flat === '') return `${prefix}${open}${close}`;
  const isFlat = flat.length + prefix.length <= LINE_WIDTH && own.indexOf(flat, '\n') === -1;
  return isFlat ? `${prefix}${open} ${flat} ${close}` : `${prefix}${open}\n${tall}\n${close}`;
}

function indent(text: string): string {
  let rest = text;
  let indented = '';
  for (let at = own.indexOf(rest, '\n'); at !== -1; at = own.indexOf(rest, '\n')) {
    indented += `${own.slice(rest, 0, at)}\n  `;
    rest = own.slice(rest, at + 1);
  }
  return indented + rest;
}

function showFunction(value: () => unknown): string {
  const isClass = own.slice(own.functionText(value), 0, 5) === 'class';
  const name = typeof value.name === 'string' ? value.name : '';
  if (isClass) return `[class ${name === '' ? '(anonymous)' : name}]`;
  return name === '' ? '[Function (anonymous)]' : `[Function: ${name}]`;
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

/** Single quotes, or the first kind that needs no escape. */
function quoteLikeNode(text: string): string {
  const shown = text.length > MAX_STRING_CHARS ? own.slice(text, 0, MAX_STRING_CHARS) : text;
  const mark = own.indexOf(shown, "'") === -1 ? "'" : own.indexOf(shown, '"') === -1 ? '"' : own.indexOf(shown, '`') === -1 ? '`' : "'";
  const json = own.quote(shown);
  let inner = '';
  for (let i = 1; i < json.length - 1; i++) {
    const char = json[i] ?? '';
    const isEscapedQuote = char === '\\' && json[i + 1] === '"';
    if (isEscapedQuote) i += 1;
    inner += isEscapedQuote ? '"' : char === mark ? `\\${char}` : char === '\\' ? char + (json[++i] ?? '') : char;
  }
  const dots = shown === text ? '' : `... ${text.length - shown.length} more characters`;
  return mark + inner + mark + dots;
}
