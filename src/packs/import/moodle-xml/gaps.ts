import { compilePattern } from '../../../core/grading/pattern/compile-pattern.ts';
import { childrenOf } from '../xml-tree.ts';
import { fillBlanks, holeAt, oneLine, textWithoutHoles, type Blank } from './blanks.ts';
import { isSet, notTaken, plain, rawText, fractionOf, type Question, type Taken } from './question.ts';

/** `gapselect` and `ddwtos`: `[[1]]` in the text stands for the first of the choices, to be picked among its group. */
export function numberedGaps(question: Question, choicesIn: 'selectoption' | 'dragbox'): Taken {
  const choices = childrenOf(question.element, choicesIn).map((choice) => ({
    text: oneLine(rawText(choice), true),
    group: plain(choice, 'group') || '1',
  }));
  const { text, isHtml } = textWithoutHoles(question);
  const blanks: Blank[] = [];
  let missing = '';
  const holed = text.replace(/\[\[(\d{1,4})\]\]/g, (whole, number: string) => {
    const right = choices[Number(number) - 1];
    if (right === undefined || right.text === '') {
      missing = whole;
      return whole;
    }
    const among = [...new Set(choices.filter(({ group }) => group === right.group).map((choice) => choice.text))].filter((choice) => choice !== '');
    blanks.push({ id: String(blanks.length + 1), accept: [right.text], ...(among.length > 1 ? { choices: among } : {}) });
    return holeAt(blanks.length - 1);
  });
  return missing === '' ? fillBlanks(question, holed, isHtml, blanks) : notTaken(`there is no choice for its gap ${missing}`);
}

/** The `gapfill` plugin: the words to be left out stand in the text, between brackets of the author's choice. */
export function gapfill(question: Question): Taken {
  const { element } = question;
  const delimiters = plain(element, 'delimitchars') || '[]';
  const [open = '[', close = ']'] = Array.from(delimiters);
  const { text, isHtml } = textWithoutHoles(question);
  const caseSensitive = isSet(element, 'casesensitive');
  const isLiteral = isSet(element, 'disableregex');
  const isTyped = !['dragdrop', 'dropdown'].includes(plain(element, 'answerdisplay'));
  const wrong = childrenOf(element, 'answer').filter((answer) => (fractionOf(answer) ?? 0) <= 0).map((answer) => oneLine(rawText(answer), true));
  const gaps: Gap[] = [];
  let bad = '';
  const holed = betweenDelimiters(text, open, close, (inside) => {
    const gap = gapOf(oneLine(inside, isHtml), isLiteral, caseSensitive);
    if (gap === null) bad = inside;
    gaps.push(gap ?? { accept: [], patterns: [] });
    return holeAt(gaps.length - 1);
  });
  if (bad !== '') return notTaken(`the answer to its gap ${open}${bad}${close} is no text to be shown`);
  if (isSet(element, 'noduplicates')) question.lose('an answer given in two gaps counts twice');
  const choices = [...new Set([...gaps.flatMap(({ accept }) => accept), ...wrong])].filter((choice) => choice !== '');
  const isPicked = !isTyped && choices.length > 1;
  const blanks = gaps.map(({ accept, patterns }, at) => ({
    id: String(at + 1),
    accept,
    ...(isPicked ? { choices } : { patterns, caseSensitive }),
  }));
  return fillBlanks(question, holed, isHtml, blanks);
}

interface Gap {
  readonly accept: string[];
  readonly patterns: string[];
}

/** Alternatives between bars, each a regular expression unless those are turned off. null: none is a text to be shown. */
function gapOf(inside: string, isLiteral: boolean, caseSensitive: boolean): Gap | null {
  if (isLiteral) return inside === '' ? null : { accept: [inside], patterns: [] };
  const accept: string[] = [];
  const patterns: string[] = [];
  for (const alternative of inside.split('|').map((text) => text.trim())) {
    if (/^[^\\.^$*+?()[\]{}]+$/.test(alternative)) accept.push(alternative);
    else if (alternative !== '') {
      const pattern = compilePattern(alternative, caseSensitive);
      const shown = [alternative, withoutSigns(alternative)].find((text) => text !== '' && pattern?.matches(text) === true);
      if (shown !== undefined) accept.push(shown);
      if (pattern !== null) patterns.push(alternative);
    }
  }
  return accept.length === 0 || inside === '!' ? null : { accept: [...new Set(accept)], patterns: [...new Set(patterns)] };
}

/** What a simple expression stands for, as one would write it. */
const withoutSigns = (pattern: string): string => pattern.replace(/\\s[+*]?/g, ' ').replace(/[\\^$?()]/g, '');

/** Tags are not looked into: `[` may be part of an address. */
function betweenDelimiters(text: string, open: string, close: string, fill: (inside: string) => string): string {
  const written: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf(open, at);
    const end = start === -1 ? -1 : text.indexOf(close, start + open.length);
    if (end === -1) return [...written, text.slice(at)].join('');
    const inside = text.slice(start + open.length, end);
    const isGap = inside.trim() !== '' && !inside.includes(open) && inside.length < 500;
    written.push(text.slice(at, start), isGap ? fill(inside) : open);
    at = isGap ? end + close.length : start + open.length;
  }
}
