import * as own from './primordials.ts';

const MAX_STRING_CHARS = 10_000;

/** Single quotes, or the first kind that needs no escape. */
export function quoteLikeNode(text: string): string {
  const shown = text.length > MAX_STRING_CHARS ? own.slice(text, 0, MAX_STRING_CHARS) : text;
  const mark = own.indexOf(shown, "'") === -1 ? "'" : own.indexOf(shown, '"') === -1 ? '"' : own.indexOf(shown, '`') === -1 ? '`' : "'";
  const json = own.quote(shown);
  let inner = '';
  for (let i = 1; i < json.length - 1; i++) {
    const char = json[i] ?? '';
    if (char !== '\\') {
      inner += char === mark ? `\\${char}` : own.exec(/[\x7f-\x9f]/, char) === null ? char : `\\x${own.toUpper(own.hex(char))}`;
      continue;
    }
    const escaped = json[++i] ?? '';
    if (escaped === 'u') {
      const digits = own.toUpper(own.slice(json, i + 1, i + 5));
      inner += own.slice(digits, 0, 2) === '00' ? `\\x${own.slice(digits, 2)}` : `\\u${digits}`;
      i += 4;
    } else {
      inner += escaped === '"' ? '"' : char + escaped;
    }
  }
  const dots = shown === text ? '' : `... ${text.length - shown.length} more characters`;
  return mark + inner + mark + dots;
}
