import type { XmlElement } from '../xml-tree.ts';
import { textOf } from '../xml-tree.ts';
import { allNamed } from './qti-names.ts';
import { correctOf, NO_KEY, PARTIAL, scoreOf, UNREAD, type Keyless, type Noted, type Scores } from './scores.ts';

export interface TextKey extends Noted {
  readonly accept: readonly string[];
  readonly patterns: readonly string[];
  readonly caseSensitive: boolean;
}

/** An answer that nobody expects, and beside which nothing matches. */
const UNEXPECTED = '\u2047\ue123';
const MOST_CANDIDATES = 200;
const MOST_PATTERNS = 50;

/** Every text that the file speaks of and that scores the most. */
export function textKey(scores: Scores): TextKey | Keyless {
  const declaration = scores.processing.responses.get(scores.id);
  const correct = correctOf(scores);
  const wrong = scoreOf(scores, [UNEXPECTED]);
  const unread = (note: string): TextKey | Keyless =>
    correct.length === 0 ? { why: NO_KEY } : { accept: [...new Set(correct)], patterns: [], caseSensitive: hasLetters(correct), note };
  if (wrong === null) return unread(scores.processing.rules === null ? '' : UNREAD);
  const entries = [...(declaration?.mapping?.entries ?? [])].sort((a, b) => b.value - a.value);
  const texts = [...new Set([...correct, ...entries.map(({ key }) => key), ...textsIn(scores)])].filter((text) => text !== '');
  const scored = texts.slice(0, MOST_CANDIDATES).map((text) => ({ text, score: scoreOf(scores, [text]) ?? wrong }));
  const matched = patternsFor(scores).slice(0, MOST_PATTERNS).map((element) => ({
    pattern: element.attributes.pattern ?? '',
    score: scoreOf(scores, [UNEXPECTED], element) ?? wrong,
  }));
  const top = [...scored, ...matched].reduce((most, { score }) => Math.max(most, score), wrong);
  if (top === wrong) return entries.length > 0 ? { why: 'any answer scores the same' } : unread('');
  const accept = scored.filter(({ score }) => score === top).map(({ text }) => text);
  const isTop = (text: string): boolean => scoreOf(scores, [text]) === top;
  const lettered = accept.filter((text) => hasLetters([text]));
  const folding = lettered.filter((text) => isTop(swapped(text)));
  const contained = accept.filter((text) => isTop(UNEXPECTED + text + UNEXPECTED)).map((text) => `.*${escapePattern(text)}.*`);
  const isPartial = [...scored, ...matched].some(({ score }) => score > Math.max(0, wrong) && score < top);
  const isMixed = folding.length > 0 && folding.length < lettered.length;
  return {
    accept,
    patterns: [...new Set([...matched.filter(({ score }) => score === top).map(({ pattern }) => pattern), ...contained])],
    caseSensitive: folding.length < lettered.length || (lettered.length === 0 && matched.length > 0),
    note: [isPartial ? PARTIAL : '', isMixed ? 'letter case matters for all of its answers' : ''].filter((text) => text !== '').join('; '),
  };
}

const hasLetters = (texts: readonly string[]): boolean => texts.some((text) => text.toLowerCase() !== text.toUpperCase());

const swapped = (text: string): string =>
  Array.from(text, (character) => (character === character.toUpperCase() ? character.toLowerCase() : character.toUpperCase())).join('');

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

function textsIn({ processing }: Scores): string[] {
  return processing.rules === null ? [] : allNamed(processing.rules, 'baseValue').map((element) => textOf(element).trim().replace(/\s+/g, ' '));
}

/** Those that look at this response. */
function patternsFor({ processing, id }: Scores): XmlElement[] {
  if (processing.rules === null) return [];
  return allNamed(processing.rules, 'patternMatch').filter((element) =>
    allNamed(element, 'variable').some(({ attributes }) => attributes.identifier === id),
  );
}
