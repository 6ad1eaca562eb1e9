import type { FieldPath } from '../source/read-yaml.ts';

/**
 * The line, from 1, on which a field of a JSON text stands, or the nearest thing around it that exists. The text is
 * well-formed. Takes time linear to its length, and no stack, however deep it nests.
 */
export function lineInJson(text: string, path: FieldPath): number {
  let found = afterSpace(text, 0);
  let value = found;
  for (const key of path) {
    const place = memberOf(text, value, key);
    if (place === null) break;
    [found, value] = place;
  }
  return text.slice(0, found).split('\n').length;
}

/** Where an object's field or a list's item begins, and where its value does. */
function memberOf(text: string, holder: number, key: string | number): readonly [from: number, value: number] | null {
  const isList = text[holder] === '[';
  if (!isList && text[holder] !== '{') return null;
  let at = afterSpace(text, holder + 1);
  for (let i = 0; text[at] !== ']' && text[at] !== '}' && at < text.length; i += 1) {
    const from = at;
    const name = isList ? i : nameAt(text, at);
    const value = isList ? at : afterSpace(text, afterSpace(text, afterString(text, at)) + 1);
    if (String(name) === String(key)) return [from, value];
    at = afterSpace(text, afterValue(text, value));
    if (text[at] === ',') at = afterSpace(text, at + 1);
  }
  return null;
}

const nameAt = (text: string, at: number): string => String(JSON.parse(text.slice(at, afterString(text, at))));

function afterSpace(text: string, from: number): number {
  let at = from;
  while (' \t\r\n'.includes(text.charAt(at)) && at < text.length) at += 1;
  return at;
}

/** Behind the string that begins here. */
function afterString(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
  return text.length;
}

function afterValue(text: string, from: number): number {
  const mark = /["[\]{},]/g;
  let depth = 0;
  for (let at = from; ; ) {
    mark.lastIndex = at;
    const found = mark.exec(text);
    if (found === null) return text.length;
    const [sign] = found;
    if (sign === '"') at = afterString(text, found.index);
    else at = found.index + 1;
    if (sign === '[' || sign === '{') depth += 1;
    else if (depth === 0 && sign !== '"') return found.index;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth === 0 && sign !== '[' && sign !== '{' && sign !== ',') return at;
  }
}
