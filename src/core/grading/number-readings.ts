const DECIMAL = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i;
/** Groups of three parted by one sort of separator, then perhaps a decimal sign of another sort. */
const GROUPED = /^[+-]?\d{1,3}(?:([ .,'’_\u00a0\u202f])\d{3})(?:\1\d{3})*(?:([.,])\d+)?$/;

/** A text that begins like a number, as far as it may be one: a power of ten goes with it. */
export const NUMBER_START =
  /^[+\-−]?[ \u00a0]?(?:\d(?:[\d.,'’_ \u00a0\u202f]*[\d.,])?|[.,]\d+)(?:e[+\-−]?\d+|\s*[x×*·⋅]\s*10(?:\^\s*[+\-−]?\d+|[⁺⁻]?[⁰¹²³⁴-⁹]+))?/iu;
const POWER_OF_TEN = /\s*[x×*·⋅]\s*10(?:\^\s*)?([+\-−⁺⁻]?)(\d+|[⁰¹²³⁴-⁹]+)$/iu;
/** No number by hand is longer, and what reads one may take time that grows with the square of its length. Characters. */
export const LONGEST_NUMBER = 200;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * The numbers a text may stand for: `3,5` and `3.5` are three and a half, `1 000` and `1'000` a thousand, `2 × 10³` two
 * thousand. `1,000` is read both ways, since half the world writes a decimal comma. Empty when it is no number; a
 * fraction or a percentage is none, since the question may be what it comes to.
 */
export function numberReadings(text: string): number[] {
  if (text.length > LONGEST_NUMBER) return [];
  const plain = withExponent(text).normalize('NFKC').replaceAll('−', '-').trim();
  const readings: number[] = [];
  if (DECIMAL.test(plain)) readings.push(Number(plain.replace(',', '.')));
  const grouped = GROUPED.exec(plain);
  if (grouped !== null && grouped[1] !== grouped[2]) {
    const separator = grouped[1] ?? '';
    readings.push(Number(plain.replaceAll(separator, '').replace(',', '.')));
  }
  return readings.filter((reading) => Number.isFinite(reading));
}

/** `2 × 10³` as `2e3`. */
const withExponent = (text: string): string =>
  text.trim().replace(POWER_OF_TEN, (_, sign: string, digits: string) => {
    const plain = digits.replace(/[⁰¹²³⁴-⁹]/gu, (digit) => String(SUPERSCRIPTS.indexOf(digit)));
    return `e${/[-−⁻]/u.test(sign) ? '-' : ''}${plain}`;
  });

/** Whether one of the readings lies within the tolerance, which is absolute; float dust is forgiven. */
export const isNumberWithin = (text: string, rule: { readonly value: number; readonly tolerance: number }): boolean =>
  numberReadings(text).some((reading) => isNear(reading, rule.value, rule.tolerance));

/** |x - value| <= tolerance, but for the dust of reckoning in binary: a few units in the last place. NaN is near nothing. */
export function isNear(x: number, value: number, tolerance: number): boolean {
  const dust = 4 * Number.EPSILON * Math.max(Math.abs(x), Math.abs(value), tolerance);
  return Number.isFinite(x) && Math.abs(x - value) <= tolerance + dust;
}
