import type { TextRules } from '../../../db/models/exercise.ts';
import { foldText } from './fold-text.ts';
import { compilePattern } from './pattern/compile-pattern.ts';

/** Right when the answer is one of the accepted forms, or one of the patterns matches the whole of it. */
export function isTextAccepted({ accepted, patterns, caseSensitive }: TextRules, text: string): boolean {
  const answer = foldText(text, caseSensitive);
  return (
    accepted.some((form) => foldText(form, caseSensitive) === answer) ||
    patterns.some((pattern) => matches(pattern, text, caseSensitive))
  );
}

/** Letters stay as typed, since the pattern may speak of them; only the ends are trimmed. */
function matches(pattern: string, text: string, caseSensitive: boolean): boolean {
  return compilePattern(pattern, caseSensitive)?.matches(text.normalize('NFKC').trim()) === true;
}
