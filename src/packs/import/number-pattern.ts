/** Beyond these no pattern is made. */
const MOST_WHOLE = 40;
const MOST_DECIMALS = 12;

/**
 * A regular expression for every way to write a number of a range with a point or a comma, zeros at either end included,
 * but no power of ten; null where the range is too wide for one. Both ends belong to the range.
 */
export function numberPattern(from: number, to: number): string | null {
  if (from > to) return null;
  const parts: (string | null)[] = [];
  if (to >= 0) parts.push(positive(Math.max(from, 0), to, String.raw`\+?`));
  if (from < 0) parts.push(positive(Math.max(-to, 0), -from, '[-−]'));
  return parts.some((part) => part === null) ? null : parts.join('|');
}

function positive(from: number, to: number, sign: string): string | null {
  const low = digitsOf(from);
  const high = digitsOf(to);
  if (low === null || high === null || high.whole - low.whole > MOST_WHOLE) return null;
  const wholes = Array.from({ length: high.whole - low.whole + 1 }, (_, i) => low.whole + i);
  const options = wholes.map((whole) => {
    const least = whole === low.whole ? low.decimals : '';
    const most = whole === high.whole ? high.decimals : null;
    const decimals = between(least, most);
    // A number without decimals is one that ends in zeros.
    const isBare = /^0*$/.test(least);
    const whole0 = whole === 0 ? '0*' : `0*${whole}`;
    const bare = whole === 0 ? '0+' : whole0;
    return isBare ? `${bare}|${whole0}[.,](?:${decimals})` : `${whole0}[.,](?:${decimals})`;
  });
  return `${sign}(?:${options.join('|')})`;
}

function digitsOf(value: number): { readonly whole: number; readonly decimals: string } | null {
  const [whole = '', decimals = ''] = value.toFixed(MOST_DECIMALS).split('.');
  // A dozen decimals tell the dust of 0.1 + 0.2 from what was meant.
  return whole.length > 15 || Math.abs(Number(value.toFixed(MOST_DECIMALS)) - value) > 1e-12
    ? null
    : { whole: Number(whole), decimals: decimals.replace(/0+$/, '') };
}

/** Decimals of at least `least` and at most `most`; null: with no upper end. */
function between(least: string, most: string | null): string {
  if (most === null) return atLeast(least);
  if (least === '') return atMost(most);
  const [low, high] = [Number(least.charAt(0)), Number(most.charAt(0) || '0')];
  if (low === high) return `${low}(?:${between(least.slice(1), most.slice(1))})`;
  const middle = low + 1 <= high - 1 ? [`[${low + 1}-${high - 1}]\\d*`] : [];
  return [`${low}(?:${atLeast(least.slice(1))})`, ...middle, `${high}(?:${atMost(most.slice(1))})`].join('|');
}

function atLeast(digits: string): string {
  if (digits === '') return '\\d*';
  const first = Number(digits.charAt(0));
  const higher = first < 9 ? [`[${first + 1}-9]\\d*`] : [];
  return [...higher, `${first}(?:${atLeast(digits.slice(1))})`].join('|');
}

function atMost(digits: string): string {
  if (digits === '') return '0*';
  const first = Number(digits.charAt(0));
  const lower = first > 0 ? [`[0-${first - 1}]\\d*`] : [];
  return ['', ...lower, `${first}(?:${atMost(digits.slice(1))})`].join('|');
}
