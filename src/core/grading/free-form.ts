import type { FreeFormRules } from '../../../db/models/exercise.ts';
import { foldText } from './fold-text.ts';
import { isNumberWithin } from './number-readings.ts';
import { isTextAccepted } from './text-rules.ts';

/** Right when any one of the author's rules accepts the answer. */
export function isAccepted(rules: FreeFormRules, text: string): boolean {
  const { caseSensitive } = rules;
  const answer = foldText(text, caseSensitive);
  return (
    isTextAccepted(rules, text) ||
    (rules.number !== null && isNumberWithin(text, rules.number)) ||
    (rules.keywords.length > 0 && rules.keywords.every((word) => hasWord(answer, foldText(word, caseSensitive))))
  );
}

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}_]/u;
/** Scripts that are written without spaces have no visible word ends. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function hasWord(text: string, word: string): boolean {
  if (word === '') return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const isStart = isEdge(lastOf(text.slice(0, at)), firstOf(word));
    const isEnd = isEdge(firstOf(text.slice(at + word.length)), lastOf(word));
    if (isStart && isEnd) return true;
  }
  return false;
}

/** A word ends between two characters unless both could belong to one word. */
const isEdge = (outside: string | undefined, inside: string | undefined): boolean =>
  outside === undefined ||
  inside === undefined ||
  UNSPACED.test(inside) ||
  !(WORD_CHARACTER.test(outside) && WORD_CHARACTER.test(inside));

/** Whole code points, or nothing. */
const firstOf = (text: string): string | undefined => /^./su.exec(text)?.[0];
const lastOf = (text: string): string | undefined => /.$/su.exec(text)?.[0];
