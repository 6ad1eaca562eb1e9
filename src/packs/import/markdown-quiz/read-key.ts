import { answerIn, opensExplanation } from './answer-line.ts';
import { plain, truthOf } from './answer-words.ts';
import { placesOf } from './labels.ts';
import { bare, isRule } from './lines.ts';

export interface KnownOption {
  /** As shown. */
  readonly text: string;
}
export interface Named {
  readonly options: readonly KnownOption[];
  /** null: they have no letters. */
  readonly alphabet: number | null;
  readonly isNumbered: boolean;
}

/** What the lines behind the options say. */
export interface Told {
  /** Right options, by their places; null: none was named for sure. */
  readonly right: readonly number[] | null;
  /** Why no key could be told though something stands there. */
  readonly doubt: string | null;
  /** The answer as words, where there was a line for it. */
  readonly answer: string | null;
  /** Markdown, as it stood. */
  readonly explanation: string;
}

/** `isAnswer`: the first of the lines is the answer itself, its word left out. */
export function readKey(raw: readonly string[], named: Named, isAnswer = false): Told {
  const rest: string[] = [];
  const keys: (readonly number[])[] = [];
  const unread: string[] = [];
  const lone: string[] = [];
  let answer: string | null = null;
  let isAwaited = isAnswer;
  let fence = false;
  for (const line of unfolded(raw)) {
    if (/^\s*(?:```|~~~)/.test(line)) fence = !fence;
    const said = fence ? null : answerIn(line);
    const words = said ?? (isAwaited && !fence && bare(line) !== '' && !opensExplanation(line) ? behindMarks(line) : null);
    if (words === null) {
      if (fence || !isRule(line)) rest.push(line);
      if (!fence && LONE.test(behindMarks(line))) lone.push(behindMarks(line));
      // Code is an answer of its own, and no label stands behind it.
      if (fence || (isAwaited && opensExplanation(line))) isAwaited = false;
      continue;
    }
    if (words === '') {
      isAwaited = true;
      continue;
    }
    const key = keyIn(words, named);
    const wasAwaited = isAwaited && said === null;
    isAwaited = false;
    if (key === null) {
      unread.push(words);
      answer ??= words;
      // Prose that follows a bare "Answer" is its explanation.
      if (wasAwaited) rest.push(line);
      else rest.push(rawFrom(line, words));
      continue;
    }
    keys.push(key.places);
    answer ??= words;
    if (key.rest !== '') rest.push(rawFrom(line, key.rest));
  }
  // One letter behind a word of a language that is not known here is an answer all the same.
  const [right = lone.length === 1 && unread.length === 0 ? (lastLabel(lone[0] ?? '', named)?.places ?? null) : null] = keys;
  const explanation = rest.join('\n');
  if (right !== null && keys.some((other) => other.join() !== right.join())) {
    return { right: null, doubt: 'its answers contradict each other', answer, explanation };
  }
  const doubt = right === null && unread.length > 0 ? `its answer names no option for sure: "${(unread[0] ?? '').slice(0, 60)}"` : null;
  return { right, doubt, answer, explanation };
}

const LONE = /^[\p{L}\p{M}' ]{1,30}\s?[:：]\s?\(?\p{Lu}\)?\.?$/u;

/** What folds an answer away goes, and each part stands on its own line; what is clicked on to see it says "answer". */
const unfolded = (lines: readonly string[]): string[] =>
  lines
    .join('\n')
    .replace(/<summary\b[^<>]{0,300}>((?:(?!<\/summary)[^]){0,300})<\/summary>/gi, (_, label: string) => `\n${heads(label) ? label.trim() : 'Answer'}\n`)
    .replace(/<\/?(?:details|summary|p|br|div|blockquote)(?:\s[^<>]{0,300})?\/?>/gi, '\n')
    .split('\n');
const heads = (label: string): boolean => answerIn(label) !== null || opensExplanation(label);

const behindMarks = (line: string): string => bare(line).replace(/^[^\p{L}\p{N}([]+/u, '').trim();

/** From the place where these words begin, marks and all; a mark left without its partner goes. */
function rawFrom(line: string, words: string): string {
  const first = words.split(' ', 1)[0] ?? '';
  // Not before the words for "answer" and the label are over.
  const at = line.length <= words.length ? 0 : line.indexOf(first, Math.max(0, line.length - words.length - line.replace(/[^*_`~<>\\/]/g, '').length * 4 - 40));
  const raw = at < 0 || bare(line.slice(at)) !== words ? words : line.slice(at).replace(/\s*-->\s*$/, '');
  return (raw.match(/\*\*/g) ?? []).length % 2 === 1 ? raw.replace(/\*\*/, '') : raw;
}

interface Key {
  readonly places: readonly number[];
  /** Words behind the key. */
  readonly rest: string;
}

/** null: it cannot be told for sure which options these words mean. */
export function keyIn(words: string, named: Named): Key | null {
  return keyByText(words, named) ?? keyByLetters(words, named) ?? keyByLabels(words, named) ?? keyByTruth(words, named);
}

const same = (text: string): string => plain(bare(text)).replace(/[\s.;,。]+$/, '');

function keyByText(words: string, { options }: Named): Key | null {
  const wanted = same(words);
  const places = options.flatMap(({ text }, at) => (wanted !== '' && same(text) === wanted ? [at] : []));
  return places.length === 1 ? { places, rest: '' } : null;
}

const SEPARATOR = /^\s?(?:[,;/&+、，]|and\b|und\b|et\b|y\b|e\b|и\b|和\b)\s?(?:and\b)?\s?/iu;

function keyByLabels(words: string, named: Named): Key | null {
  if (named.alphabet === null && !named.isNumbered) return null;
  let rest = words.replace(/^(?:options?|choices?|letters?|numbers?|opción|choix|вариант|выбор|选项|選項)\s(?=\S)/iu, '');
  const places: number[] = [];
  for (;;) {
    const found = named.isNumbered ? /^[([]?(\d{1,2})[)\]]?/.exec(rest) : /^[([【"'“]?([A-Za-zА-Яа-яء-ي])[)\]】"'”]?(?![\p{L}\p{M}\p{N}'’])/u.exec(rest);
    if (found === null) break;
    const place = placeOf(found[1] ?? '', named);
    if (place === null || places.includes(place)) return null;
    const label = rest.slice(0, found[0].length);
    const after = rest.slice(found[0].length);
    if (!isSure(label, after, place, named)) return null;
    places.push(place);
    rest = after;
    const separator = SEPARATOR.exec(rest);
    if (separator === null) break;
    const next = rest.slice(separator[0].length);
    if (!(named.isNumbered ? /^[([]?\d/ : /^[([【"'“]?[A-Za-zА-Яа-яء-ي][)\]】"'”]?(?:$|[\s,;.)&/、，:])/u).test(next)) break;
    rest = next;
  }
  if (places.length === 0) return lastLabel(words, named);
  return { places: [...places].sort((a, b) => a - b), rest: leftover(rest, places, named) };
}

/** `ACD`: letters of several options with nothing between them. */
function keyByLetters(words: string, named: Named): Key | null {
  const isKey = !named.isNumbered && named.alphabet !== null && /^\p{Lu}{2,8}\.?$/u.test(words);
  const places = isKey ? (words.match(/\p{Lu}/gu) ?? []).map((letter) => placeOf(letter, named)) : [];
  const known = places.filter((place) => place !== null);
  if (known.length === 0 || known.length < places.length || new Set(known).size < known.length) return null;
  return { places: known.sort((a, b) => a - b), rest: '' };
}

/** `The second option: B`. */
function lastLabel(words: string, named: Named): Key | null {
  const found = named.isNumbered ? null : /^[^:：]{1,60}[:：]\s?\(?([A-Za-zА-Яа-яء-ي])\)?\.?$/u.exec(words);
  const place = found === null ? null : placeOf(found[1] ?? '', named);
  return place === null ? null : { places: [place], rest: '' };
}

function placeOf(label: string, { alphabet, options, isNumbered }: Named): number | null {
  const place = isNumbered ? Number(label) - 1 : (placesOf(label)[alphabet ?? 0] ?? -1);
  return place >= 0 && place < options.length ? place : null;
}

/** A letter that other words follow with nothing between may be a word itself: `A function`, `E quindi`. */
function isSure(label: string, after: string, place: number, { options }: Named): boolean {
  if (!/^\s/.test(after) || SEPARATOR.test(after) || /[)\]】"'”]$/.test(label)) return true;
  const next = after.trimStart();
  if (next === '' || /^[-–—(:=.✅✔←]/.test(next)) return true;
  return same(next).startsWith(same(options[place]?.text ?? '')) || (/^[BCDFGH]$/.test(label) && /^(?:because|since|is (?:correct|right|the)|\p{Lu})/u.test(next));
}

/** The option's own words, said again behind its letter, tell nothing. */
function leftover(rest: string, places: readonly number[], { options }: Named): string {
  const words = rest.replace(/^[\s).:：,;\]–—=-]+/, '').replace(/^(?:is correct|is the correct answer)\b[.,]?\s?/i, '');
  const [place] = places;
  const own = places.length === 1 && place !== undefined ? bare(options[place]?.text ?? '') : '';
  if (own === '' || !words.toLowerCase().startsWith(own.toLowerCase())) return words;
  return words.slice(own.length).replace(/^[\s).:：,;\]–—=-]+/, '');
}

function keyByTruth(words: string, { options }: Named): Key | null {
  const found = /^(\p{L}{2,12})(?=[\s.,;:—–(-]|$)/u.exec(words);
  const value = truthOf(found?.[1] ?? '');
  if (value === null || options.length !== 2) return null;
  const place = options.findIndex(({ text }) => truthOf(same(text)) === value);
  return place < 0 ? null : { places: [place], rest: words.slice(found?.[0].length ?? 0).replace(/^[\s.,;:—–-]+/, '') };
}
