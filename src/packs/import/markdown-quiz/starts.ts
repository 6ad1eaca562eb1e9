import { answerIn, opensExplanation } from './answer-line.ts';
import { isAnswerWord, isHintWord, isOptionsWord, isQuestionWord } from './answer-words.ts';
import { bare, type Line } from './lines.ts';

/** Where something begins: a question, or a heading over some. */
export interface Start {
  readonly at: number;
  /** 1 to 6 of headings; 7 of a paragraph that names itself a question; 8 of a list's item. */
  readonly level: number;
  readonly number: number | null;
  /** `question`: says so, or is numbered; `group`: a heading of another sort. */
  readonly kind: 'question' | 'group';
  /** Names itself a question by a word. */
  readonly isNamed: boolean;
  /** The first line of the question, its number gone; Markdown. */
  readonly words: string;
}

export const ITEM_LEVEL = 8;
const NUMBERED =
  /^[^\p{L}\p{N}\n(`!<]{0,12}?(\*\*|__)?\s?(\p{L}[\p{L}\p{M} ]{0,20}?)?[\s.#№_:-]{0,3}(\d{1,4})(?:\s?(?:\/|of)\s?\d{1,4})?\s?(?:([.):：。、，\]】)-]+(?!\d)|[–—](?=\s))|(?=\s|\*|_|$))(\*\*|__)?[\s.:：–—-]{0,6}/u;
const NAMED = /^[^\p{L}\p{N}\n(`!<]{0,12}?(\*\*|__)?\s?(\p{L}[\p{L}\p{M} ]{0,20}?)\s?[:：](\*\*|__)?\s{0,3}/u;

/** null: an ordinary line. */
export function startOf(line: Line, at: number): Start | null {
  if (line.isCode) return null;
  const { heading, title, text } = line;
  if (heading > 0) {
    if (isWithin(title)) return null;
    return numbered(title, at, heading) ?? named(title, at, heading) ?? { at, level: heading, number: null, kind: 'group', isNamed: false, words: title };
  }
  if (/^\s{4}/.test(text) || text.length > 20_000) return null;
  const found = numbered(text, at, 7) ?? named(text, at, 7);
  if (found === null || answerIn(text) !== null) return null;
  return found.isNamed || /^\W{0,3}(?:\*\*|__)\s?\d/.test(text) ? found : null;
}

/** A heading within a question: `Answer`, `Explanation`, `Options`. */
const isWithin = (title: string): boolean => {
  const words = bare(title).replace(/[:：]$/, '');
  return isAnswerWord(words) || isOptionsWord(words) || isHintWord(words) || answerIn(title) !== null || opensExplanation(title);
};

function numbered(text: string, at: number, level: number): Start | null {
  const found = NUMBERED.exec(text);
  if (found === null) return null;
  const [whole, open = '', word = '', digits = '', separator, close = ''] = found;
  const isNamed = word !== '' && isQuestionWord(word.trim());
  // "2 plus 2", "3.5" and "Python 3" begin with a number, or a word and one, without being numbered.
  if (!isNamed && (separator === undefined || word.trim().length > 12)) return null;
  const kind = isNamed || word === '' || text.trimEnd().endsWith('?') ? 'question' : 'group';
  return { at, level, number: Number(digits), kind, isNamed, words: kind === 'group' ? text : wordsAfter(text, whole, open, close) };
}

function named(text: string, at: number, level: number): Start | null {
  const found = NAMED.exec(text);
  if (found === null || !isQuestionWord((found[2] ?? '').trim())) return null;
  return { at, level, number: null, kind: 'question', isNamed: true, words: wordsAfter(text, found[0], found[1] ?? '', found[3] ?? '') };
}

/** `**1. What?**` → `**What?**`; `**1.** What?` → `What?`. */
const wordsAfter = (text: string, whole: string, open: string, close: string): string => {
  const rest = text.slice(whole.length).trim();
  return open !== '' && close === '' && rest !== '' ? open + rest : rest;
};

const ITEM = /^( {0,3})(\d{1,4})(?:[.)](?=\s)|、)\s{0,4}/;

/** An item of a numbered list at the margin. */
export function itemStart({ text, isCode, heading }: Line, at: number): Start | null {
  const found = isCode || heading > 0 ? null : ITEM.exec(text);
  if (found === null) return null;
  return { at, level: ITEM_LEVEL, number: Number(found[2]), kind: 'question', isNamed: false, words: text.slice(found[0].length) };
}
