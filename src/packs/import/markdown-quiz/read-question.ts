import type { ImportedExercise, ImportedItem } from '../imported.ts';
import { withoutLabel } from './answer-line.ts';
import { truthOf } from './answer-words.ts';
import type { Chunk } from './chunks.ts';
import type { ForeignMarkdown } from './foreign-markdown.ts';
import { bare, type Line } from './lines.ts';
import { lastList } from './plain-lists.ts';
import type { OptionGroup } from './options.ts';
import { readKey, type Named, type Told } from './read-key.ts';
import { distinct, readOptions } from './read-options.ts';

/** What a list of answers further down says; null: nothing. */
export type Elsewhere = readonly string[] | null;

/** One item for the report; null: no question at all. `heading` is what stands above it, for a question without words. */
export function readQuestion(lines: readonly Line[], chunk: Chunk, words: ForeignMarkdown, elsewhere: Elsewhere, heading: string): ImportedItem | null {
  const { start, groups } = chunk;
  const group = optionsOf(groups) ?? lastList(lines, chunk);
  if (group === null && elsewhere === null && !chunk.hasAnswer && !isAsked(chunk)) return null;
  const stem = linesOf(lines, chunk.from, group?.from ?? answerStart(lines, chunk));
  const prompt = withoutHead(words.clean([...headOf(start), ...stem].join('\n'))) || words.clean(start?.words ?? heading);
  const title = bare(prompt.split('\n').find((line) => bare(line) !== '') ?? '').slice(0, 100) || `Question ${start?.number ?? ''}`.trim();
  const item = { sourceId: typeof start?.number === 'number' ? String(start.number) : null, title };
  if (prompt === '') return skipped(item, 'question', 'the question has no words');
  if (groups.length > 1 && optionsOf(groups) === null) return skipped(item, 'choice', 'it has several lists of options');
  if (group === null) return open(item, prompt, lines, chunk, words, elsewhere);

  const options = readOptions(lines, group, words);
  const kind = group.kind === 'boxes' ? 'task list' : group.kind === 'letters' ? 'lettered options' : 'list';
  const named: Named = { options: options.texts.map((text) => ({ text })), alphabet: group.alphabet, isNumbered: group.kind === 'numbers' };
  const own = readKey(linesOf(lines, group.to, chunk.to), named);
  const listed = elsewhere === null ? null : readKey(elsewhere, named, true);
  const right = oneKey([options.right, own.right, listed?.right ?? null]);
  if (right === 'contradiction') return skipped(item, kind, 'its answers contradict each other');
  if (right === null) return skipped(item, kind, own.doubt ?? listed?.doubt ?? 'no right answer is named');
  const choices = distinct(options.texts, right);
  if (choices === null) return skipped(item, kind, 'a right option has no words, or stands there twice: once right and once wrong');
  if (choices.length < 2) return skipped(item, kind, 'it has only one option');
  if (choices.length < options.texts.length) words.lose('an option that stood there twice, or had no words');
  return taken(item, kind, words, {
    type: choices.filter(({ isRight }) => isRight).length === 1 ? 'MULTIPLE_CHOICE' : 'MULTI_SELECT',
    ...shared(prompt, explanationOf(words, own, listed)),
    options: choices.map(({ text, isRight }, at) => ({ id: idOf(at), text, why: '', correct: isRight })),
  });
}

/** Boxes behind a list with letters, of which they speak ("A and C"), are the options; else two lists are one too many. */
function optionsOf(groups: readonly OptionGroup[]): OptionGroup | null {
  const last = groups.at(-1) ?? null;
  const isOne = groups.length < 2 || (last?.kind === 'boxes' && groups.slice(0, -1).every(({ kind }) => kind === 'letters'));
  return isOne ? last : null;
}

const NO_OPTIONS: Named = { options: [], alphabet: null, isNumbered: false };
const SHORT = /^[^\n]{1,40}$/;
const CRITERION = 'The answer says what the sample answer says.';

/** Without options: true or false, a word or a number, or an answer that only a reader can judge. */
function open(item: Head, prompt: string, lines: readonly Line[], chunk: Chunk, words: ForeignMarkdown, elsewhere: Elsewhere): ImportedItem {
  const own = readKey(linesOf(lines, answerStart(lines, chunk), chunk.to), NO_OPTIONS);
  const told = own.answer !== null || own.explanation.trim() !== '' && chunk.hasAnswer ? own : elsewhere === null ? own : readKey(elsewhere, NO_OPTIONS, true);
  const answer = told.answer ?? '';
  const explanation = explanationOf(words, told, null);
  const first = /^(\p{L}{2,12})(?=[\s.,;:—–(-]|$)/u.exec(answer);
  const truth = truthOf(first?.[1] ?? '');
  if (truth !== null) {
    const why = { true: '', false: '' };
    const behind = withoutFirst(explanation, answer, first?.[0] ?? '');
    return taken(item, 'true/false', words, { type: 'TRUE_FALSE', ...shared(prompt, behind), answer: truth, why });
  }
  const short = answer.replace(/[.。]$/, '');
  if (SHORT.test(short) && short.split(' ').length <= 3 && explanation.trim() !== '' && bare(explanation) === bare(answer)) {
    return taken(item, 'short answer', words, { type: 'SHORT_TEXT', ...shared(prompt, ''), accept: [short] });
  }
  if (explanation === '') return skipped(item, 'question', 'it has neither options nor an answer');
  const sample = explanation;
  return {
    ...item,
    kind: 'open question',
    status: 'degraded',
    reason: ['its answer is prose: the learner judges by it', ...words.lost().map((what) => `lost: ${what}`)].join('; '),
    exercise: { type: 'FREE_FORM', ...shared(prompt, ''), rubric: { criteria: [CRITERION], sample } },
  };
}

type Head = Pick<ImportedItem, 'sourceId' | 'title'>;
const skipped = (item: Head, kind: string, reason: string): ImportedItem => ({ ...item, kind, status: 'skipped', reason, exercise: null });

function taken(item: Head, kind: string, words: ForeignMarkdown, exercise: ImportedExercise): ImportedItem {
  const lost = words.lost();
  const status = lost.length === 0 ? 'imported' : 'degraded';
  return { ...item, kind, status, reason: lost.map((what) => `lost: ${what}`).join('; '), exercise };
}

const shared = (prompt: string, explanation: string) => ({ prompt, hints: [], ...(explanation === '' ? {} : { explanation }) });

/** Words that ask, though neither options nor an answer follow. */
const isAsked = ({ start, from, to }: Chunk): boolean =>
  start?.kind === 'question' && (start.isNamed ? start.number !== null && to - from < 400 : /[?？]\s*\**$/.test(start.words));

const linesOf = (lines: readonly Line[], from: number, to: number): string[] => lines.slice(from, to).map(({ text }) => text);

function answerStart(lines: readonly Line[], chunk: Chunk): number {
  if (!chunk.hasAnswer) return chunk.to;
  for (let at = chunk.from; at < chunk.to; at++) {
    const { text = '', isCode = false } = lines[at] ?? {};
    if (!isCode && (/<details\b/i.test(text) || isAnswerAt(text))) return at;
  }
  return chunk.to;
}
const isAnswerAt = (text: string): boolean => readKey([text], NO_OPTIONS).answer !== null || readKey([text, 'x'], NO_OPTIONS).answer !== null;

/** All keys that there are, if they agree. */
function oneKey(keys: readonly (readonly number[] | null)[]): readonly number[] | 'contradiction' | null {
  const known = keys.filter((key) => key !== null);
  const [first] = known;
  if (first === undefined) return null;
  return known.every((key) => key.join() === first.join()) ? first : 'contradiction';
}

const explanationOf = (words: ForeignMarkdown, own: Told, listed: Told | null): string =>
  [own, listed]
    .flatMap((told) => (told === null ? [] : [withoutLabel(words.clean(told.explanation)).trim()]))
    .filter((text, at, all) => bare(text).replace(/\W/g, '') !== '' && all.indexOf(text) === at)
    .join('\n\n');

/** "True. Since …" as an explanation begins behind the answer. */
function withoutFirst(explanation: string, answer: string, first: string): string {
  if (!bare(explanation).startsWith(answer)) return explanation;
  const at = explanation.indexOf(first);
  return explanation.slice(at + first.length).replace(/^[\s*_.,;:—–-]+/, '').trim();
}

/** A heading is a paragraph of its own; one that only says what sort of question follows says nothing. */
function headOf(start: Chunk['start']): string[] {
  if (start?.kind !== 'question' || SORT.test(bare(start.words))) return [];
  return start.level < 7 ? [start.words, ''] : [start.words];
}
const SORT = /^\(?(?:multiple[- ]choice|single[- ]choice|true\s?(?:\/|or)\s?false|mcq|multiple[- ](?:select|answer)|short answer)(?: question)?\)?$/i;

/** `**Choices:**` above the options says nothing. */
const withoutHead = (prompt: string): string =>
  prompt.replace(/\n\s*(?:#{1,6}\s)?(?:\*\*|__)?(?:options|choices|answer choices|opciones|optionen)\s?:?(?:\*\*|__)?:?\s*$/i, '').trim();

const idOf = (at: number): string => (at < 26 ? String.fromCharCode(97 + at) : `o${at + 1}`);
