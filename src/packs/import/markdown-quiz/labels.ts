/** The letters by which options are named, alphabet by alphabet; an exam in Cyrillic may well mean Latin А, В, С. */
const ALPHABETS = ['abcdefghijklmnopqrstuvwxyz', 'авсdе', 'абвгдежзиклмн', 'ابجدهوزحطي', 'ابتثجحخد', 'αβγδεζηθ'] as const;

/** By its place in each alphabet; -1 where it is none of its letters. */
export type Places = readonly number[];

export function placesOf(letter: string): Places {
  const small = letter.toLowerCase().replace(/[أإآ]/, 'ا');
  return ALPHABETS.map((alphabet) => (small.length === 1 ? alphabet.indexOf(small) : -1));
}

export const isLetter = (places: Places): boolean => places.some((place) => place >= 0);

/** The alphabets in which this letter stands at this place, out of those that are still possible. */
export const alphabetsAt = (places: Places, place: number, possible: readonly number[]): number[] =>
  possible.filter((alphabet) => places[alphabet] === place);

export const ALL_ALPHABETS: readonly number[] = ALPHABETS.map((_, at) => at);

/** Letters that may be a label. */
export const LETTER = 'A-Za-zА-Яа-яء-يα-ωΑ-Ω';
