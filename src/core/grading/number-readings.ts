const DECIMAL = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i;
/** Groups of three parted by one sort of separator, then perhaps a decimal sign of another sort. */
const GROUPED = /^[+-]?\d{1,3}(?:([ .,'’_\u00a0\u202f])\d{3})(?:\1\d{3})*(?:([.,])\d+)?$/;

/**
 * The numbers a text may stand for: `3,5` and `3.5` are three and a half, `1 000` and `1'000` a thousand. `1,000` is
 * read both ways, since half the world writes a decimal comma. Empty when it is no number.
 */
export function numberReadings(text: string): number[] {
  const plain = text.normalize('NFKC').replaceAll('−', '-').trim();
  const readings: number[] = [];
  if (DECIMAL.test(plain)) readings.push(Number(plain.replace(',', '.')));
  const grouped = GROUPED.exec(plain);
  if (grouped !== null && grouped[1] !== grouped[2]) {
    const separator = grouped[1] ?? '';
    readings.push(Number(plain.replaceAll(separator, '').replace(',', '.')));
  }
  return readings.filter((reading) => Number.isFinite(reading));
}

/** Whether one of the readings lies within the tolerance, which is absolute; float dust is forgiven. */
export function isNumberWithin(text: string, rule: { readonly value: number; readonly tolerance: number }): boolean {
  const dust = 1e-9 * Math.max(1, Math.abs(rule.value));
  return numberReadings(text).some((reading) => Math.abs(reading - rule.value) <= rule.tolerance + dust);
}
