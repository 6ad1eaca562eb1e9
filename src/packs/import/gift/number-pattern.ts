/** A regular expression for all ways to write one number without an exponent; null for one that is not written so. */
export function numberPattern(value: number): string | null {
  const digits = /^(\d+)(?:\.(\d+))?$/.exec(String(Math.abs(value)));
  if (digits === null) return null;
  const [, whole = '', fraction = ''] = digits;
  const sign = value < 0 ? '[-−]' : '[+]?';
  const before = whole === '0' && fraction !== '' ? '0*' : `0*${whole}`;
  return `${sign}${before}${fraction === '' ? '(?:[.,]0*)?' : `[.,]${fraction}0*`}`;
}
