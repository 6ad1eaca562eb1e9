import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { Value } from '../run-result.ts';

const MAX_DEPTH = 100;

/** A value in the language's own notation, as the learner would write it; `parseLiteral` reads it back. */
export function formatValue(language: CodeLanguage, value: Value, depth = 0): string {
  if (depth > MAX_DEPTH) return '…';
  const write = (inner: Value): string => formatValue(language, inner, depth + 1);
  return language === 'python' ? python(value, write) : javaScript(value, write);
}

type Write = (value: Value) => string;

function python(value: Value, write: Write): string {
  switch (value.kind) {
    case 'none':
    case 'undefined':
      return 'None';
    case 'boolean':
      return value.value ? 'True' : 'False';
    case 'integer':
      return value.digits;
    case 'float':
      return pythonFloat(Number(value.text));
    case 'string':
      return quoted(value.value, value.value.includes("'") && !value.value.includes('"') ? '"' : "'");
    case 'list':
      return `[${value.items.map(write).join(', ')}]`;
    case 'tuple':
      return `(${value.items.map(write).join(', ')}${value.items.length === 1 ? ',' : ''})`;
    case 'set':
      return value.items.length === 0 ? 'set()' : `{${value.items.map(write).join(', ')}}`;
    case 'dict':
      return `{${value.entries.map(([key, held]) => `${write(key)}: ${write(held)}`).join(', ')}}`;
    case 'other':
      return value.repr;
  }
}

/** As Python's repr: the shortest digits that read back; an exponent from 1e16 up and below 1e-4. */
function pythonFloat(number: number): string {
  if (Number.isNaN(number)) return 'nan';
  if (!Number.isFinite(number)) return number > 0 ? 'inf' : '-inf';
  if (Object.is(number, -0)) return '-0.0';
  const [mantissa = '0', power = '0'] = number.toExponential().split('e');
  const exponent = Number(power);
  if (number !== 0 && (exponent < -4 || exponent >= 16)) {
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  const digits = mantissa.replace(/[-.]/g, '').length;
  return number.toFixed(Math.max(1, digits - 1 - exponent));
}

function javaScript(value: Value, write: Write): string {
  switch (value.kind) {
    case 'none':
      return 'null';
    case 'undefined':
      return 'undefined';
    case 'boolean':
      return String(value.value);
    case 'integer':
      return `${value.digits}n`;
    case 'float':
      return value.text;
    case 'string':
      return quoted(value.value, value.value.includes("'") && !value.value.includes('"') ? '"' : "'");
    case 'list':
    case 'tuple':
      return `[${value.items.map(write).join(', ')}]`;
    case 'set':
      return `new Set([${value.items.map(write).join(', ')}])`;
    case 'dict':
      return javaScriptObject(value.entries, write);
    case 'other':
      return value.repr;
  }
}

/** Keys that are not strings can only have come from a Map. */
function javaScriptObject(entries: readonly (readonly [Value, Value])[], write: Write): string {
  if (entries.length === 0) return '{}';
  if (entries.some(([key]) => key.kind !== 'string')) {
    return `new Map([${entries.map(([key, held]) => `[${write(key)}, ${write(held)}]`).join(', ')}])`;
  }
  const name = (key: Value): string =>
    key.kind === 'string' && /^[A-Za-z_$][\w$]*$/.test(key.value) ? key.value : write(key);
  return `{ ${entries.map(([key, held]) => `${name(key)}: ${write(held)}`).join(', ')} }`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };

function quoted(text: string, quote: string): string {
  // Control characters, and the line separators that JavaScript once took for line ends.
  const inner = text.replace(/[\\\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (char) => ESCAPES[char] ?? coded(char));
  return quote + inner.replaceAll(quote, `\\${quote}`) + quote;
}

function coded(char: string): string {
  const code = char.charCodeAt(0);
  return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
