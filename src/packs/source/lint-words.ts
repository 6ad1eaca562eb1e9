import { compilePattern } from '../../core/grading/pattern/compile-pattern.ts';
import { unitOf } from '../../core/grading/units.ts';
import type { SourceOf } from './exercise-shapes.ts';
import type { FieldPath } from './read-yaml.ts';
import { lintKnown, lintUnique, type ReportAt } from './report-at.ts';

const PATTERN = 'a valid regular expression, not too large, without looking around or references to groups';

export function lintFreeForm(source: SourceOf<'FREE_FORM'>, report: ReportAt): void {
  const { accept, patterns, number, keywords, rubric, mistakes } = source;
  const rules = accept.length + patterns.length + keywords.length + (number === undefined ? 0 : 1);
  if (rubric === undefined && rules === 0) report([], '`accept`, `patterns`, `number`, `keywords` or a `rubric`', 'none');
  if (rubric !== undefined && rules > 0) report(['rubric'], 'either rules or a rubric', 'both');
  if (rubric !== undefined && mistakes.length > 0) report(['mistakes'], 'no mistakes beside a rubric', 'some');
  lintRules(source, [], report);
  lintMistakes(mistakes, report);
}

export function lintShortText(source: SourceOf<'SHORT_TEXT'>, report: ReportAt): void {
  if (source.accept.length === 0) report([], TO_BE_SHOWN, 'none');
  lintRules(source, [], report);
  lintMistakes(source.mistakes, report);
}

export function lintNumeric({ units, mistakes }: SourceOf<'NUMERIC'>, report: ReportAt): void {
  const own = units[0];
  if (own !== undefined && own.factor !== 1) report(['units', 0, 'factor'], "1, since it is the answer's own unit", String(own.factor));
  units.forEach(({ unit }, i) => {
    const path = ['units', i, 'unit'];
    if (/\d/.test(unit.charAt(0))) report(path, 'a unit that begins with no digit', `\`${unit}\``);
    else if (unitOf(unit, units.slice(0, i)) !== null) report(path, 'a unit spelled unlike those before', `\`${unit}\``);
  });
  lintMistakes(mistakes, report);
}

export function lintBlanks({ text, blanks }: SourceOf<'FILL_BLANKS'>, report: ReportAt): void {
  const ids = blanks.map(({ id }) => id);
  lintUnique(ids, (i) => ['blanks', i, 'id'], report);
  const shown = [...text.matchAll(/\{\{([a-z0-9.-]+)\}\}/g)].map(([, id = '']) => id);
  for (const id of new Set(shown)) lintKnown(id, ids, ['text'], 'only blanks that are named in `blanks`', report);
  blanks.forEach((blank, i) => {
    const times = shown.filter((id) => id === blank.id).length;
    if (times !== 1) report(['blanks', i, 'id'], `\`{{${blank.id}}}\` once in the text`, times === 0 ? 'nowhere' : `${times} times`);
    if (blank.accept.length === 0) report(['blanks', i], TO_BE_SHOWN, 'none');
    lintRules(blank, ['blanks', i], report);
    if (blank.choices === undefined) return;
    if (blank.choices.length < 2) report(['blanks', i, 'choices'], 'at least two choices', String(blank.choices.length));
    lintUnique(blank.choices, (at) => ['blanks', i, 'choices', at], report);
    const [right = ''] = blank.accept;
    if (!blank.choices.includes(right)) report(['blanks', i, 'choices'], `\`${right}\` among them`, 'other choices only');
  });
}

const TO_BE_SHOWN = 'at least one answer to `accept`, which is shown as the solution';

interface Rules {
  readonly accept: readonly string[];
  readonly patterns: readonly string[];
  readonly caseSensitive?: boolean | undefined;
}

function lintRules({ accept, patterns, caseSensitive = false }: Rules, at: FieldPath, report: ReportAt): void {
  patterns.forEach((pattern, i) => {
    // The very check that grading makes: a pattern it refuses would never accept an answer.
    if (compilePattern(pattern, caseSensitive) === null) report([...at, 'patterns', i], PATTERN, `\`${pattern}\``);
  });
  lintUnique(accept, (i) => [...at, 'accept', i], report);
}

const lintMistakes = (mistakes: readonly { readonly answer: string }[], report: ReportAt): void =>
  lintUnique(mistakes.map(({ answer }) => answer), (i) => ['mistakes', i, 'answer'], report);
