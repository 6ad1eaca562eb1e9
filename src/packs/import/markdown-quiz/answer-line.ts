import { isAnswerWord, isExplanationWord, isHintWord } from './answer-words.ts';
import { LETTER } from './labels.ts';
import { bare } from './lines.ts';

/** What stands behind the word for "answer", without marks; null: no such line. */
export function answerIn(line: string): string | null {
  const words = opened(line);
  if (isAnswerWord(words.replace(/[:：.?]$/, ''))) return '';
  const found = HEAD.exec(words);
  if (found === null || !isAnswerWord(found[1] ?? '')) return null;
  return words.slice(found[0].length).replace(/^[\s:：=→>-]+/, '').trim();
}

const HEAD = new RegExp(
  String.raw`^([\p{L}\p{M}' ]{1,40}?)\s?(?:\(s\)|/s)?\s?(?:\((?:s|es|n)\))?\s?` +
    String.raw`(?:[:：=→]|[-–—]{1,2}>?\s|\s(?:is|are|es|est|ist|é|è|:)\s?(?:option\s)?:?\s?|(?:(?=\s)|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]))(?=\s?[([【]?[${LETTER}][)\]】]?(?:[^\p{L}\p{M}\p{N}]|$))|$)`,
  'iu',
);

/** `Explanation:` and its like, or `Hint:`, at the start of a line. */
export const opensExplanation = (line: string): boolean => opens(line, isExplanationWord) || opens(line, isHintWord);

function opens(line: string, is: (word: string) => boolean): boolean {
  const words = opened(line);
  if (words.length < 40 && is(words)) return true;
  const found = /^([\p{L}\p{M}' ]{1,40}?)\s?[:：]/u.exec(words);
  return found !== null && is(found[1] ?? '');
}

/** The line's words, with the marks at its beginning gone: `> 💡 **Answer:**` begins with its first letter. */
const opened = (line: string): string => bare(line.slice(0, 2000)).replace(/^[^\p{L}\p{N}([]+/u, '');

/** `**Explanation:** it is` → `it is`. */
export function withoutLabel(text: string): string {
  const found = /^\s{0,9}(?:[-*+>]\s|#{1,6}\s)?\s{0,9}(?:\*\*|__)?([\p{L}\p{M}' ]{1,40}?)\s?(?:[:：](?:\*\*|__)?|(?:\*\*|__)\s?[:：]|(?:\*\*|__)?(?=\n|$))\s{0,9}/u.exec(text);
  return found !== null && isExplanationWord(found[1] ?? '') ? text.slice(found[0].length) : text;
}
