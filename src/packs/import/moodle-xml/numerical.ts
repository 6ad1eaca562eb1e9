import { ok } from '../../../core/result.ts';
import { childOf, type XmlElement } from '../xml-tree.ts';
import { all, fractionOf, isWhole, notTaken, plain, rawText, type Question, type Taken } from './question.ts';
import { sharedParts } from './shared-parts.ts';
import { explained, praiseOf, uniqueBy } from './short-answer.ts';

export interface NumberAnswer {
  readonly value: number;
  readonly absolute: number;
  readonly relative: number;
  /** In percent. */
  readonly fraction: number;
  /** Markdown; empty where there is none. */
  readonly say: string;
}

export function numerical(question: Question): Taken {
  const written = all(question.element, 'answer').filter((answer) => rawText(answer).trim() !== '');
  const answers = written.flatMap((answer) => numberOf(question, answer) ?? []);
  const others = written.filter((answer) => rawText(answer).trim() === '*');
  if (answers.length + others.length < written.length) question.lose('an answer that is no number');
  if (others.some((answer) => (fractionOf(answer) ?? 0) > 0)) return notTaken('any number is right');
  if (others.some((answer) => question.markdown(childOf(answer, 'feedback')) !== '')) question.lose('what is said to any other number');
  const units = unitsOf(question);
  return numericOf(question, answers, units);
}

type Unit = { unit: string; factor: number };

export function numericOf(question: Question, answers: readonly NumberAnswer[], units: readonly Unit[]): Taken {
  const best = answers.reduce((most, { fraction }) => Math.max(most, fraction), 0);
  if (best <= 0) return notTaken('no answer is marked as right');
  if (!isWhole(best)) question.lose('its best answer is worth less than the whole mark, and counts as right here');
  const right = uniqueBy(answers.filter(({ fraction }) => fraction === best || isWhole(fraction)), ({ value }) => String(value));
  const [first, ...more] = right;
  if (first === undefined) return notTaken('no answer is marked as right');
  const rest = answers.filter((answer) => !right.some(({ value }) => value === answer.value));
  if (answers.some(({ fraction }) => fraction > 0 && fraction < best)) question.lose('a number that is worth part of the mark counts as wrong');
  const isRight = (value: number) => right.some((one) => Math.abs(value - one.value) <= toleranceOf(one));
  const mistakes = uniqueBy(rest.filter(({ say, value }) => say !== '' && !isRight(value)), ({ value }) => String(value));
  if (mistakes.some(({ absolute }) => absolute > 0)) question.lose('what is said to numbers near a wrong one');
  const shared = {
    ...explained(sharedParts(question), praiseOf(right, question.lose)),
    mistakes: mistakes.map(({ value, say }) => ({ answer: String(value), say })),
  };
  if (more.length === 0) {
    const { value, absolute, relative } = first;
    return ok({ type: 'NUMERIC', ...shared, answer: value, absolute, relative, ...(units.length === 0 ? {} : { units: [...units] }) });
  }
  // One of several numbers: the others are known by their words only.
  if (units.length > 0) question.lose('its units');
  if (more.some((one) => toleranceOf(one) > 0)) question.lose('how far all but the first of its right numbers may be off');
  const number = { value: first.value, tolerance: toleranceOf(first) };
  return ok({ type: 'FREE_FORM', ...shared, accept: right.map(({ value }) => String(value)), number });
}

const toleranceOf = ({ value, absolute, relative }: NumberAnswer): number => Math.max(absolute, relative * Math.abs(value));

function numberOf(question: Question, answer: XmlElement): NumberAnswer | null {
  const value = readNumber(rawText(answer));
  if (value === null) return null;
  const tolerance = childOf(answer, 'tolerance');
  const given = tolerance === null ? 0 : readNumber(rawText(tolerance)) ?? 0;
  return {
    value,
    absolute: Math.abs(readNumber(tolerance?.attributes.absolute ?? '') ?? given),
    relative: Math.abs(readNumber(tolerance?.attributes.relative ?? '') ?? 0),
    fraction: fractionOf(answer) ?? 0,
    say: question.markdown(childOf(answer, 'feedback')),
  };
}

/** As Moodle reads it: `1,5`, `1 000`, `2e3`, `2x10^3`; null for anything else. */
export function readNumber(text: string): number | null {
  const bare = text.replace(/[\s\u00a0]/g, '').replace(/[−–]/g, '-').replace(/[x×*]10(?:\^|\*\*)/i, 'e');
  const point = bare.includes('.') ? bare.replaceAll(',', '') : bare.replace(',', '.');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(point) && Number.isFinite(Number(point)) ? Number(point) + 0 : null;
}

/** The units that an answer has to have; where Moodle lets them be left out there are none. */
function unitsOf(question: Question): Unit[] {
  const { element } = question;
  const list = childOf(element, 'units');
  const units = list === null ? [] : all(list, 'unit').flatMap((unit) => unitOf(unit) ?? []);
  const own = units.find(({ factor }) => factor === 1);
  const [grading, showing] = [plain(element, 'unitgradingtype'), plain(element, 'showunits')];
  const isAsked = ['1', '2'].includes(grading) && showing !== '3';
  if (units.length === 0 || showing === '3') return [];
  if (!isAsked || own === undefined) {
    question.lose('its units: only the bare number counts');
    return [];
  }
  if (Number(plain(element, 'unitpenalty')) < 1) question.lose('a right number without its unit is worth nothing');
  return uniqueBy([own, ...units], ({ unit }) => unit);
}

function unitOf(unit: XmlElement): Unit | null {
  const name = plain(unit, 'unit_name');
  const multiplier = childOf(unit, 'multiplier');
  const count = readNumber(multiplier === null ? '1' : rawText(multiplier)) ?? 0;
  const factor = readNumber(multiplier?.attributes.factor ?? '') ?? 1 / count;
  return name === '' || !Number.isFinite(factor) || factor <= 0 ? null : { unit: name, factor };
}
