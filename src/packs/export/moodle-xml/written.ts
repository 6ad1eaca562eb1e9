import type { SourceOf } from '../../source/exercise-shapes.ts';
import { blanksMark } from '../../import/moodle-xml/cloze.ts';
import { escapeCloze, readCloze } from '../../import/moodle-xml/cloze-syntax.ts';
import { writeRubric } from '../../import/moodle-xml/essay.ts';
import { readNumber } from '../../import/moodle-xml/numerical.ts';
import { patternToWildcards, textToWildcards } from '../../import/wildcards.ts';
import { notHeld, question, type Held } from './question-parts.ts';
import { escapeXml, markdown, maybe, tag, value } from './xml.ts';

const NO_PATTERN = 'Moodle knows no regular expressions, only `*` for any characters';
const NO_TEXT = 'an answer has white space that Moodle would fold';

export function shortText(source: SourceOf<'SHORT_TEXT'>): Held {
  const accepted = source.accept.map(textToWildcards);
  const patterns = source.patterns.map(patternToWildcards);
  const wrong = source.mistakes.map(({ answer, say }) => ({ text: textToWildcards(answer), say }));
  if (patterns.includes(null)) return notHeld(NO_PATTERN);
  if (accepted.includes(null) || wrong.some(({ text }) => text === null)) return notHeld(NO_TEXT);
  const answers = [
    ...[...accepted, ...patterns].map((text) => answer(text ?? '', 100)),
    ...wrong.map(({ text, say }) => answer(text ?? '', 0, say)),
  ];
  return question('shortanswer', source, [value('usecase', source.caseSensitive ? 1 : 0), ...answers].join('\n'));
}

const answer = (text: string, fraction: number, say = '', inside = ''): string =>
  tag('answer', `${tag('text', escapeXml(text))}${inside}${maybe('feedback', say)}`, { fraction, format: 'moodle_auto_format' });

export function numeric(source: SourceOf<'NUMERIC'>): Held {
  if (source.mistakes.some(({ answer: wrong }) => String(readNumber(wrong)) !== wrong)) return notHeld('a known mistake is no bare number');
  const { answer: right, absolute, relative, units, mistakes } = source;
  const tolerance = value('tolerance', Math.max(absolute, relative * Math.abs(right)), { absolute, relative });
  const answers = [answer(String(right), 100, '', tolerance), ...mistakes.map((wrong) => answer(wrong.answer, 0, wrong.say, value('tolerance', 0)))];
  const list = units.map(({ unit, factor }) => tag('unit', `${value('multiplier', 1 / factor, { factor })}${value('unit_name', unit)}`));
  const asked = units.length === 0 ? [value('showunits', 3)] : [tag('units', list.join('')), value('unitgradingtype', 1), value('unitpenalty', 1), value('showunits', 0)];
  return question('numerical', source, [...answers, ...asked].join('\n'));
}

/** A rubric is an essay; of rules only those for several numbers have a place. */
export function freeForm(source: SourceOf<'FREE_FORM'>): Held {
  const { rubric, number, accept, patterns, keywords, mistakes } = source;
  if (rubric !== undefined) {
    const body = [value('responseformat', 'editor'), value('responserequired', 1), markdown('graderinfo', writeRubric(rubric))];
    return question('essay', source, body.join('\n'));
  }
  const areNumbers = accept.length > 1 && accept.every((text) => String(readNumber(text)) === text) && accept[0] === String(number?.value);
  const isMore = patterns.length > 0 || keywords.length > 0 || source.caseSensitive || mistakes.some((wrong) => String(readNumber(wrong.answer)) !== wrong.answer);
  if (number === undefined || !areNumbers || isMore) return notHeld('Moodle has no type for a free answer that is known by rules');
  const answers = [
    ...accept.map((text, at) => answer(text, 100, '', value('tolerance', at === 0 ? number.tolerance : 0))),
    ...mistakes.map((wrong) => answer(wrong.answer, 0, wrong.say, value('tolerance', 0))),
  ];
  return question('numerical', source, [...answers, value('showunits', 3)].join('\n'));
}

type Blank = SourceOf<'FILL_BLANKS'>['blanks'][number];

export function fillBlanks(source: SourceOf<'FILL_BLANKS'>): Held {
  const { blanks, text, language } = source;
  if (readCloze(text, String).questions.length > 0) return notHeld('Moodle would take a part of its text for a question');
  const written = new Map<string, string>();
  for (const blank of blanks) {
    const cloze = clozeOf(blank, language !== undefined);
    if (!cloze.ok) return notHeld(cloze.reason);
    written.set(blank.id, cloze.text);
  }
  const ids = [...text.matchAll(/\{\{([a-z0-9.-]+)\}\}/g)].map(([, id = '']) => id);
  if (ids.join(' ') !== blanks.map(({ id }) => id).join(' ')) return notHeld('its blanks are named in another order than they stand in');
  const filled = text.trimEnd().replace(/\{\{([a-z0-9.-]+)\}\}/g, (whole, id: string) => written.get(id) ?? whole);
  return question('cloze', source, '', `${source.prompt.trim()}${blanksMark(blanks.map(markOf), language)}${filled}`);
}

const markOf = ({ id, caseSensitive, choices }: Blank): string => (caseSensitive === undefined && choices === undefined ? `${id}~` : id);

type Cloze = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

function clozeOf({ accept, patterns, caseSensitive, choices }: Blank, isCode: boolean): Cloze {
  if (choices !== undefined) {
    const right = choices.filter((choice) => accept.includes(choice));
    const isPlain = [...choices, ...accept].every((text) => text === text.replace(/\s+/g, ' ').trim());
    const isHeld = isPlain && patterns.length === 0 && (caseSensitive ?? isCode) === isCode && right.join('\n') === accept.join('\n');
    if (!isHeld) return { ok: false, reason: 'a blank with choices accepts more than these' };
    return { ok: true, text: `{1:MULTICHOICE:${choices.map((choice) => `${accept.includes(choice) ? '=' : ''}${escapeCloze(choice)}`).join('~')}}` };
  }
  const accepted = accept.map(textToWildcards);
  const wild = patterns.map(patternToWildcards);
  if (wild.includes(null)) return { ok: false, reason: NO_PATTERN };
  if (accepted.includes(null)) return { ok: false, reason: NO_TEXT };
  const answers = [...accepted, ...wild].map((text) => `=${escapeCloze(text ?? '')}`);
  return { ok: true, text: `{1:${(caseSensitive ?? isCode) ? 'SHORTANSWER_C' : 'SHORTANSWER'}:${answers.join('~')}}` };
}
