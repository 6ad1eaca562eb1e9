import { LONGEST_NUMBER, NUMBER_START } from './number-readings.ts';

export interface Unit {
  readonly unit: string;
  readonly factor: number;
}

/** A number and what stands beside it; a unit may stand before (`€ 5`) or behind. Neither is read yet. */
export function splitQuantity(text: string): { readonly number: string; readonly unit: string } {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_NUMBER) return { number: '', unit: '' };
  const start = NUMBER_START.exec(trimmed)?.[0] ?? '';
  if (start !== '') return { number: start, unit: trimmed.slice(start.length).trim() };
  const before = /^[^\d+\-−.,]+/.exec(trimmed)?.[0] ?? '';
  const rest = trimmed.slice(before.length);
  const isAll = before !== '' && NUMBER_START.exec(rest)?.[0] === rest;
  return isAll ? { number: rest, unit: before.trim() } : { number: trimmed, unit: '' };
}

/**
 * The factor of the unit that was written, or null. Compared with Unicode form and spaces folded, `u` for `µ`, `^2` for
 * `²`; letter case only where nothing else fits and it does not tell two prefixes apart (a milligram is no megagram).
 */
export function unitOf(written: string, units: readonly Unit[]): number | null {
  const spelled = spell(written);
  const exact = units.find(({ unit }) => spell(unit) === spelled);
  if (exact !== undefined) return exact.factor;
  const alike = units.filter(({ unit }) => isCaseAside(spell(unit), spelled));
  return alike.length === 1 ? (alike[0]?.factor ?? null) : null;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const spell = (unit: string): string =>
  unit
    .replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)))
    .replace('⁻', '-')
    .normalize('NFKC')
    .replace(/[−–]/g, '-')
    .replace(/[\s^]/g, '')
    .replace(/[*⋅∙•]/g, '·')
    // The micro sign is a small mu once folded.
    .replace(/^u(?=.)/, 'μ');

/** Units that commonly wear a prefix, of which m and M, p and P are two each. */
const WITH_PREFIX = /^[mp](?:g|m|s|a|v|w|n|j|hz|pa|l|b|bit|ev|Ω|ohm|cd|mol|wh|f|t|h|c)$/i;

function isCaseAside(a: string, b: string): boolean {
  if (a.toLowerCase() !== b.toLowerCase()) return false;
  return !WITH_PREFIX.test(a) || a.startsWith(b.charAt(0));
}
