import { nearestName } from '../nearest-name.ts';
import { both, groupsOf, says, stands, type Params, type Rule } from '../rule.ts';
import type { SeenError } from '../seen-error.ts';
import { inputIn, lastValueOf, textOf } from './program.ts';
import { noneFromMethod, returnless } from './operand-rules.ts';
import { rulesOf } from './rule-of.ts';

const rule = rulesOf('TypeError');
const indexed = rulesOf('IndexError');
const keyed = rulesOf('KeyError');

/** Taking one thing out of many: square brackets, loops, unpacking. */
export const ITEM_RULES: readonly Rule[] = [
  rule('none-item-of-function', (seen) => (isNoneItem(seen) ? returnless(seen) : null)),
  rule('none-item-of-method', (seen) => (isNoneItem(seen) ? noneFromMethod(seen) : null)),
  rule('none-item', (seen) => (isNoneItem(seen) ? {} : null)),
  rule('square-for-round', both(says(/^'(?:builtin_function_or_method|function|method|type)' object (?:is not subscriptable|does not support item)/), stands(/(?<name>\w+)\s*\[/))),
  rule('number-has-no-items', both(says(/^'(?<oneKind>int|float|bool)' object (?:is not subscriptable|does not support item assignment)/), nameBeforeBracket)),
  rule('set-has-no-items', says(/^'(?<oneKind>set|frozenset)' object is not subscriptable/)),
  rule('view-has-no-items', says(/^'(?<type>dict_\w+|map|filter|zip|generator|enumerate|reversed|list_\w+|odict_\w+)' object is not subscriptable/)),
  rule('no-items', says(/^'(?<oneKind>[\w.]+)' object is not subscriptable/)),
  rule('text-unchangeable', says(/^'str' object (?:does not support item assignment|doesn't support item deletion)/)),
  rule('tuple-unchangeable', says(/^'tuple' object (?:does not support item assignment|doesn't support item deletion)/)),
  rule('unchangeable', says(/^'(?<oneKind>[\w.]+)' object (?:does not support item assignment|doesn't support item deletion)/)),
  rule('index-is-item', (seen) => {
    const [, name, list] = seen.lines.slice(0, seen.place?.line ?? 0).map((line) => /^\s*for\s+(\w+)\s+in\s+(\w+)\s*:/.exec(line)).findLast((match) => match !== null) ?? [];
    const isMeant = seen.message.includes('indices must be integers') && name !== undefined && new RegExp(`\\b${list ?? ''}\\s*\\[\\s*${name}\\s*\\]`).test(seen.source);
    return isMeant ? { name, list: list ?? '' } : null;
  }),
  rule('index-from-input', (seen) => {
    const name = /indices must be integers(?: or slices)?, not '?str/.test(seen.message) ? inputIn(seen) : null;
    return name === null ? null : { name };
  }),
  rule('index-text', says(/^(?<thing>list|tuple|string) indices must be integers(?: or slices)?, not '?str/)),
  rule('index-decimal', says(/^(?<thing>list|tuple|string) indices must be integers(?: or slices)?, not '?float/)),
  rule('index-with-comma', says(/^(?<thing>list|tuple|string) indices must be integers(?: or slices)?, not '?tuple/)),
  rule('index-other', says(/^(?<thing>list|tuple|string) indices must be integers(?: or slices)?, not '?(?<otherKind>\w+)/)),
  rule('slice-index', says(/^slice indices must be integers/)),
  rule('loop-over-number', (seen) => groupsOf(/^'(?<oneKind>int|float)' object is not iterable/.exec(seen.message)) && loopOver(seen)),
  rule('number-for-many', says(/^'(?<oneKind>int|float|bool)' object is not iterable/)),
  rule('loop-over-nothing', (seen) => (seen.message.startsWith("'NoneType' object is not iterable") && isFromNowhere(seen) ? {} : null)),
  rule('function-not-called', both(says(/^'(?:builtin_function_or_method|function|method|type)' object is not iterable|^argument of type '(?:function|builtin_function_or_method|method)'/), ({ source }) => groupsOf(/\bin\s+(?<name>[\w.]+)/.exec(source)) ?? { name: '' })),
  rule('not-iterable', says(/^(?:'(?<oneKind>[\w.]+)' object is not iterable|(?<oneKind2>object) is not iterable)/)),
  rule('in-number', says(/^argument of type '(?<oneKind>int|float|bool)' is not (?:a container or )?iterable/)),
  rule('in-none', (seen) => (seen.message.startsWith("argument of type 'NoneType'") && isFromNowhere(seen) ? {} : null)),
  rule('in-other', says(/^argument of type '(?<oneKind>[\w.]+)' is not (?:a container or )?iterable/)),
  rule('in-text', says(/^'in <string>' requires string as left operand, not (?<oneKind>\w+)/)),
  rule('unpack-none', (seen) => (seen.message.startsWith('cannot unpack non-iterable NoneType') && isFromNowhere(seen) ? {} : null)),
  rule('unpack-in-loop', both(says(/^cannot unpack non-iterable (?<oneKind>\w+)/), stands(/^\s*for\s+(?<names>.+?)\s+in\s+(?<many>[\w.[\]]+)\s*:/))),
  rule('unpack-one', says(/^cannot unpack non-iterable (?<oneKind>\w+)/)),
  rule('unhashable-key', says(/^cannot use '(?<oneKind>\w+)' as a dict key/)),
  rule('unhashable', says(/unhashable type: '(?<oneKind>[\w.]+)'/)),
  indexed('pop-from-empty', says(/^pop from (?:an )?empty/)),
  indexed('pop-too-far', says(/^pop index out of range/)),
  indexed('choice-from-empty', says(/^Cannot choose from an empty/)),
  indexed('too-few-for-format', says(/^Replacement index (?<index>\d+) out of range/)),
  indexed('assign-past-end', (seen) => (seen.message.includes('assignment index out of range') ? (listIn(seen) ?? { name: '' }) : null)),
  indexed('arguments-of-program', both(says(/out of range/), stands(/sys\.argv/))),
  indexed('index-is-length', both(says(/out of range/), stands(/(?<name>\w+)\s*\[\s*len\s*\(\s*\k<name>\s*\)\s*\]/))),
  indexed('index-neighbour', both(says(/out of range/), stands(/(?<name>\w+)\s*\[\s*(?<index>\w+)\s*\+\s*\d+\s*\]/))),
  indexed('index-from-item', itemAsIndex),
  indexed('index-in-loop', (seen) => {
    const index = countingName(seen);
    const item = index === null ? null : groupsOf(new RegExp(`(?<name>\\w+)\\s*\\[\\s*${index}\\s*\\]`).exec(seen.source));
    return item === null || index === null ? null : { ...item, index };
  }),
  indexed('index-of-empty', (seen) => {
    const list = seen.message.includes('out of range') ? listIn(seen) : null;
    return list !== null && /^(?:\[\s*\]|""|''|list\(\))$/.test(lastValueOf(list.name, seen) ?? '') ? list : null;
  }),
  indexed('index-past-end', (seen) => groupsOf(/^(?<oneKind>list|string|tuple|range object) index out of range/.exec(seen.message)) && { ...(listIn(seen) ?? { name: '', index: '' }), thingKind: thingOf(seen) }),
  keyed('pop-from-empty-set', says(/^'(?:pop from an empty set|popitem)/)),
  keyed('environment-variable', both(says(/^'(?<key>.*)'$/), stands(/environ/))),
  keyed('format-name-missing', both(says(/^'(?<key>\w*)'$/), stands(/\.format\s*\(/))),
  keyed('remove-from-set', both(says(/^(?<key>[\s\S]*)$/), stands(/(?<name>\w+)\.remove\s*\(/))),
  keyed('key-other-type', (seen) => {
    const [, text] = /^'(-?\d+)'$/.exec(seen.message) ?? [];
    const other = text ?? (/^-?\d+$/.test(seen.message) ? `'${seen.message}'` : null);
    const written = other === null ? false : [other, other.replaceAll("'", '"')].some((key) => new RegExp(`[{,[]\\s*${key}\\s*[:\\]]|^\\s*${key}\\s*:`, 'm').test(textOf(seen)));
    return written && other !== null ? { key: seen.message, other } : null;
  }),
  keyed('key-misspelt', (seen) => {
    const key = /^'(.*)'$/.exec(seen.message)?.[1] ?? null;
    const meant = key === null ? null : nearKey(key, seen);
    return meant === null ? null : { key: seen.message, meant: `'${meant}'` };
  }),
  keyed('key-counted-first', (seen) => {
    const params = groupsOf(/(?<name>\w+)\s*\[(?<index>[^\]]+)\]\s*[-+*/]=|(?<name2>\w+)\s*\[[^\]]+\]\s*=\s*\k<name2>/.exec(seen.source));
    return params === null ? null : { key: seen.message, name: params.name ?? '' };
  }),
  keyed('key-missing', ({ message }) => ({ key: message })),
];

/** The nearest `for` or `while` at or above the line that fits. */
const loopAbove = ({ lines, place }: SeenError, pattern: RegExp): RegExpExecArray | null =>
  lines.slice(0, place?.line ?? 0).map((line) => pattern.exec(line)).findLast((match) => match !== null) ?? null;

/** `for name in list:` and then `list[name]`. */
function itemAsIndex(seen: SeenError): Params | null {
  const [, name, list] = loopAbove(seen, /^\s*for\s+(\w+)\s+in\s+(\w+)\s*:/) ?? [];
  if (name === undefined || list === undefined) return null;
  return new RegExp(`\\b${list}\\s*\\[\\s*${name}\\s*\\]`).test(seen.source) ? { name, list } : null;
}

/** What the loop around counts in. */
const countingName = (seen: SeenError): string | null =>
  (loopAbove(seen, /^\s*for\s+(\w+)\s+in\s+range\s*\(/) ?? loopAbove(seen, /^\s*while\s+(\w+)\s*[<>!=]/))?.[1] ?? null;

/** Neither a function nor a method of the line is known to have given the `None`: those have words of their own. */
const isFromNowhere = (seen: SeenError): boolean => noneFromMethod(seen) === null && returnless(seen) === null;

const isNoneItem = ({ message }: SeenError): boolean => /^'NoneType' object (?:is not subscriptable|does not support item)/.test(message);

function nameBeforeBracket({ source }: SeenError): Params {
  return { name: /(\w+)\s*\[/.exec(source)?.[1] ?? '' };
}

function loopOver({ source }: SeenError): Params | null {
  return groupsOf(/^\s*for\s+\w+\s+in\s+(?<what>.+?)\s*:/.exec(source));
}

/** `scores[5]` of the line: the name and the index. */
function listIn({ source }: SeenError): { readonly name: string; readonly index: string } | null {
  // Of several, one cannot tell which was too short.
  const [, name, index] = source.split('[').length > 2 ? [] : (/([A-Za-z_]\w*)\s*\[\s*([^\][]*?)\s*\]/.exec(source) ?? []);
  return name === undefined ? null : { name, index: index ?? '' };
}

const thingOf = ({ message }: SeenError): string => (message.startsWith('string') ? 'str' : message.startsWith('tuple') ? 'tuple' : 'list');

/** A key written in the program as text that is nearly this one. */
function nearKey(key: string, seen: SeenError): string | null {
  const keys = [...textOf(seen).matchAll(/(["'])((?:(?!\1).)*)\1\s*(?::|\]\s*=)/g)].map((match) => match[2] ?? '');
  const lower = keys.find((other) => other !== key && other.trim().toLowerCase() === key.trim().toLowerCase());
  if (lower !== undefined) return lower;
  return nearestName(key, keys);
}
