import { format } from '../console.ts';
import * as own from '../primordials.ts';
import { toSource } from './source.ts';

/** One row of a table: what the test is called with, and what `$name` in its title means. */
export interface Row {
  readonly args: readonly unknown[];
  readonly named: object | null;
}

/** Of `each([…])`, or of `each` as the tag of a template with a heading line. */
export function rowsOf(table: unknown, values: readonly unknown[]): own.List<Row> {
  const rows = own.createList<Row>();
  if (own.isArray(table) && own.hasOwn(table, 'raw')) {
    addTemplate(rows, own.toText(table[0]), values);
    return rows;
  }
  if (!own.isArray(table)) throw new own.NativeTypeError('each(…) needs an array of rows, or a template');
  for (let i = 0; i < table.length; i++) {
    const row: unknown = table[i];
    const isObject = typeof row === 'object' && row !== null && !own.isArray(row);
    own.push(rows, { args: own.isArray(row) ? row : alone(row), named: isObject ? row : null });
  }
  return rows;
}

function addTemplate(rows: own.List<Row>, heading: string, values: readonly unknown[]): void {
  const names = own.createList<string>();
  let rest = heading;
  for (let at = own.indexOf(rest, '|'); at !== -1; at = own.indexOf(rest, '|')) {
    own.push(names, own.trim(own.slice(rest, 0, at)));
    rest = own.slice(rest, at + 1);
  }
  own.push(names, own.trim(rest));
  for (let i = 0; i + names.length <= values.length; i += names.length) {
    const named: object = {};
    for (let n = 0; n < names.length; n++) own.define(named, names[n] ?? '', values[i + n]);
    own.push(rows, { args: alone(named), named });
  }
}

/** `%s`, `%p`, `%#`, and `$name.inner`. */
export function titleOf(title: string, { args, named }: Row, index: number): string {
  let text = '';
  let used = 0;
  for (let i = 0; i < title.length; i++) {
    const char = title[i] ?? '';
    const next = title[i + 1] ?? '';
    const path = char === '$' && named !== null ? own.exec(/^[A-Za-z_][\w.]*/, own.slice(title, i + 1)) : null;
    if (path !== null && named !== null) {
      const name = (path as readonly string[])[0] ?? '';
      text += shown(at(named, name));
      i += name.length;
    } else if (char !== '%' || next === '') {
      text += char;
    } else {
      i += 1;
      if (next === '%') text += '%';
      else if (next === '#') text += own.toText(index);
      else if (next === '$') text += own.toText(index + 1);
      else if (own.indexOf('psdifjoO', next) === -1 || used >= args.length) text += `%${next}`;
      else text += next === 'p' ? toSource(args[used++]) : next === 'j' ? toSource(args[used++]) : format([`%${next}`, args[used++]]);
    }
  }
  return text;
}

function at(named: object, path: string): unknown {
  let held: unknown = named;
  let rest = path;
  while (rest !== '' && typeof held === 'object' && held !== null) {
    const cut = own.indexOf(rest, '.');
    held = own.get(held, cut === -1 ? rest : own.slice(rest, 0, cut));
    rest = cut === -1 ? '' : own.slice(rest, cut + 1);
  }
  return held;
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : toSource(value));

function alone(value: unknown): readonly unknown[] {
  const args: unknown[] = [];
  own.define(args, 0, value);
  return args;
}
