import { plain } from '../markdown-quiz/answer-words.ts';

/** How a table names right options: by letter or number, or by their words. */
export type KeyStyle = 'names' | 'texts' | 'unsure';

export interface Keyed {
  readonly key: string;
  readonly options: readonly string[];
}

export function keyStyleOf(rows: readonly Keyed[]): KeyStyle {
  const known = rows.filter(({ key, options }) => key !== '' && options.length > 1);
  const areNames = known.every(({ key, options }) => placesByName(key, options.length) !== null);
  const areTexts = known.every(({ key, options }) => placesByText(key, options) !== null);
  return areNames === areTexts ? 'unsure' : areNames ? 'names' : 'texts';
}

/** `B`, `A, C`, `2`, `1;3`, `Option 2`; null: something else, or no such option. */
export function placesByName(key: string, count: number): readonly number[] | null {
  const parts = key.split(/[\s,;|&/]+/).filter((part) => part !== '' && !/^(?:option|choice|answer|and)$/i.test(part));
  const places = parts.map((part) => {
    const bare = part.replace(/^\(|[).]$/g, '');
    if (/^\d{1,2}$/.test(bare)) return Number(bare) - 1;
    if (/^[A-Za-z]$/.test(bare)) return bare.toLowerCase().charCodeAt(0) - 97;
    return /^(?:option|answer|choice)(?:\d|[A-Ha-h])$/i.test(bare) ? placeOfLast(bare) : -1;
  });
  const isKnown = places.length > 0 && places.every((place) => place >= 0 && place < count) && new Set(places).size === places.length;
  return isKnown ? [...places].sort((a, b) => a - b) : null;
}

const placeOfLast = (word: string): number => {
  const last = word.slice(-1).toLowerCase();
  return /\d/.test(last) ? Number(last) - 1 : last.charCodeAt(0) - 97;
};

/** The whole cell is one option's words, or a list of several; null: it is not. */
export function placesByText(key: string, options: readonly string[]): readonly number[] | null {
  const folded = options.map(plain);
  const whole = folded.indexOf(plain(key));
  if (whole >= 0) return [whole];
  for (const sign of ['\n', '|', ';', ',']) {
    const parts = key.split(sign).map(plain).filter((part) => part !== '');
    const places = parts.map((part) => folded.indexOf(part));
    const areKnown = places.every((place) => place >= 0) && new Set(places).size === places.length;
    if (parts.length > 1 && areKnown) return [...places].sort((a, b) => a - b);
  }
  return null;
}
