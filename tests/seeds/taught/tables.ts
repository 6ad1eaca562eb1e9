import { JAVASCRIPT_BASE } from './javascript-base.ts';
import type { Taught } from './taught.ts';

/** Every `python-….ts` and `javascript-….ts` beside this file is the table of a unit: it exports one, under any name. */
const UNITS = import.meta.glob<{ readonly [name: string]: Taught | readonly string[] }>(['./python-*.ts', './javascript-*.ts'], { eager: true });

export interface Table {
  readonly base: readonly string[];
  readonly taught: Taught;
}

const tableOf = (language: string, base: readonly string[]): Table => {
  const units = Object.entries(UNITS).filter(([file]) => file.startsWith(`./${language}-`));
  const exported = units.flatMap(([, unit]) => Object.values(unit)).filter((one): one is Taught => !Array.isArray(one));
  return { base, taught: Object.fromEntries(exported.flatMap((unit) => Object.entries(unit))) };
};

/** By the id of the course. */
export const TABLES: ReadonlyMap<string, Table> = new Map([
  ['python-first-steps', tableOf('python', [])],
  ['javascript-in-practice', tableOf('javascript', JAVASCRIPT_BASE)],
]);
