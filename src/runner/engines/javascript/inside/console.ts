import { inspect } from './inspect.ts';
import * as own from './primordials.ts';

export type Stream = 'stdout' | 'stderr';

/** `console` as Node has it, over two streams: `error`, `warn`, `trace` and `assert` write to the second. */
export function createConsole(write: (stream: Stream, text: string) => void): Record<string, (...args: unknown[]) => void> {
  let indent = '';
  const counts: Record<string, number> = { __proto__: null } as never;
  const line = (stream: Stream, text: string): void => write(stream, indent + indentLines(text, indent) + '\n');
  const out = (...args: unknown[]): void => line('stdout', format(args));
  const err = (...args: unknown[]): void => line('stderr', format(args));
  const group = (...args: unknown[]): void => {
    if (args.length > 0) line('stdout', format(args));
    indent += '  ';
  };
  return {
    log: out,
    info: out,
    debug: out,
    dir: (value) => line('stdout', inspect(value)),
    table: out,
    error: err,
    warn: err,
    trace: (...args) => line('stderr', `Trace: ${format(args)}`),
    assert: (condition, ...args) => {
      if (condition !== true && !condition) line('stderr', args.length === 0 ? 'Assertion failed' : `Assertion failed: ${format(args)}`);
    },
    group,
    groupCollapsed: group,
    groupEnd: () => {
      indent = own.slice(indent, 2);
    },
    count: (label = 'default') => {
      const name = own.toText(label);
      counts[name] = (counts[name] ?? 0) + 1;
      line('stdout', `${name}: ${own.toText(counts[name])}`);
    },
    countReset: (label = 'default') => {
      counts[own.toText(label)] = 0;
    },
    time: () => undefined,
    timeLog: () => undefined,
    timeEnd: () => undefined,
    clear: () => undefined,
  };
}

/** The arguments of `console.log` as one text: `%s` and its kin first, the rest with spaces between. */
export function format(args: readonly unknown[]): string {
  const first = args[0];
  let text = '';
  let used = 0;
  if (typeof first === 'string') {
    used = 1;
    if (args.length === 1) return first;
    for (let i = 0; i < first.length; i++) {
      const char = first[i] ?? '';
      const kind = char === '%' ? (first[i + 1] ?? '') : '';
      if (kind === '%') {
        text += '%';
        i += 1;
      } else if (kind !== '' && own.indexOf('sdifjoOc', kind) !== -1 && used < args.length) {
        text += formatOne(kind, args[used]);
        used += 1;
        i += 1;
      } else {
        text += char;
      }
    }
  }
  for (; used < args.length; used++) {
    const value = args[used];
    text += (used === 0 ? '' : ' ') + (typeof value === 'string' ? value : inspect(value));
  }
  return text;
}

function formatOne(kind: string, value: unknown): string {
  if (kind === 'c') return '';
  if (kind === 's') return typeof value === 'string' ? value : inspect(value);
  if (kind === 'd') return typeof value === 'object' ? 'NaN' : own.toText(own.toNumber(value));
  if (kind === 'i') return typeof value === 'object' ? 'NaN' : own.toText(own.toInteger(own.toText(value)));
  if (kind === 'f') return own.toText(own.toFloat(own.toText(value)));
  return inspect(value);
}

/** The lines after the first; the first is the caller's. */
function indentLines(text: string, indent: string): string {
  if (indent === '') return text;
  let indented = '';
  for (let i = 0; i < text.length; i++) indented += text[i] === '\n' ? `\n${indent}` : (text[i] ?? '');
  return indented;
}
