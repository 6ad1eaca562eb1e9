import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { TestResult } from '../../../db/models/exercise-attempt.ts';
import { parseLiteral } from '../../core/values/literal.ts';
import { t } from '../../i18n/text.ts';
import type { CodePlace } from './code-places.ts';

/** A check by its name; what is a function's name becomes words (`BillTest.test_two_cups`: "two cups"). `count`: hidden ones told as one. */
export function testTitle({ id, name, isVisible }: TestResult, count = 1): string {
  if (!isVisible) return t('player.hiddenCheck', { count });
  const kind = ruleKind(id);
  if (kind !== null) return t('player.ruleBroken', { kind, construct: constructWords(name) });
  const [, , snake, camel] = /^(\w+\.)?test(?:_(\w+.*)|([A-Z]\w*))$/.exec(name) ?? [];
  if (snake !== undefined) return snake.replaceAll('_', ' ');
  if (camel !== undefined) return camel.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').toLowerCase();
  return name;
}

/** What a test looks at: what a call gives, or what a name is tied to. */
export const calledKind = (called: string): 'call' | 'value' => (called.includes('(') ? 'call' : 'value');

/** `call:sum` is `sum()`, `for-loop` is "for loop". */
const constructWords = (name: string): string => name.replace(/^(?:call|method):(.+)$/, '$1()').replaceAll('-', ' ');

/**
 * The words of a test beside what was compared: unittest's `5 != 6` and `toBe: expected 6, got 5` say that again, and only what follows is new.
 * `told`: what the note above says already.
 */
export function ownMessage({ message, expected, got }: TestResult, told: string | null): string | null {
  if (message === null || message === '' || message === told) return null;
  if (expected === null || got === null || got === '') return message;
  if (message.endsWith(`: expected ${expected}, got ${got}`)) return null;
  for (const again of [`${got} != ${expected}`, `${expected} != ${got}`]) {
    if (message === again) return null;
    if (message.startsWith(`${again} : `)) return message.slice(again.length + 3);
  }
  return message;
}

/** What a rule about constructs asks, by the id of its result; null: it is no such rule. */
export function ruleKind(id: string): 'required' | 'forbidden' | null {
  const kind = /^constructs\/(required|forbidden)\//.exec(id)?.[1];
  return kind === 'required' || kind === 'forbidden' ? kind : null;
}

/** Where a forbidden construct stands: `bill.py:3, bill.py:7`. */
export function rulePlaces(got: string | null): readonly CodePlace[] {
  return (got ?? '').split(', ').flatMap((place) => {
    const [, file, line] = /^(.+):(\d+)$/.exec(place) ?? [];
    return file === undefined || line === undefined ? [] : [{ file, line: Number(line) }];
  });
}

/** What was expected and what came, as texts of several lines to be laid side by side; null where lines are not the matter. */
export function asLines({ expected, got }: TestResult, language: CodeLanguage): { readonly expected: string; readonly got: string } | null {
  if (expected === null || got === null || got === '') return null;
  const texts = { expected: textOf(expected, language), got: textOf(got, language) };
  return isManyLines(texts.expected) || isManyLines(texts.got) ? texts : null;
}

/** A literal of a text as the text itself. */
function textOf(shown: string, language: CodeLanguage): string {
  if (isManyLines(shown)) return shown;
  const value = parseLiteral(language, shown);
  return value?.kind === 'string' ? value.value : shown;
}

const isManyLines = (text: string): boolean => text.trimEnd().includes('\n');

export interface Differing {
  readonly before: string;
  readonly differs: string;
  readonly after: string;
}

/** Where two texts that are much alike part, for each; null where they are not alike. */
export function differing(expected: string, got: string): { readonly expected: Differing; readonly got: Differing } | null {
  const short = Math.min(expected.length, got.length);
  let start = 0;
  while (start < short && expected[start] === got[start]) start++;
  let end = 0;
  while (end < short - start && expected.at(-1 - end) === got.at(-1 - end)) end++;
  if (expected === got || start + end < Math.max(ALIKE, Math.max(expected.length, got.length) / 2)) return null;
  const cut = (text: string): Differing => ({
    before: text.slice(0, start),
    differs: text.slice(start, text.length - end),
    after: text.slice(text.length - end),
  });
  return { expected: cut(expected), got: cut(got) };
}
/** Fewer characters in common and a mark would only be in the way. */
const ALIKE = 5;

export const isOnlySpace = (expected: string, got: string): boolean =>
  expected !== got && expected.replace(/\s/g, '') === got.replace(/\s/g, '');
