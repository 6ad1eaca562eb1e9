import { setupI18n, type Messages } from '@lingui/core';
import type { MessageValues } from './text.ts';

/** A stretch of words; code is to be shown as code. */
export interface Said {
  readonly text: string;
  readonly isCode: boolean;
}

/** What an explained error means, and what to try. */
export interface ExplainWords {
  readonly means: readonly Said[];
  readonly try: readonly Said[];
}

/** The words of a rule of `core/explain`, its `{places}` filled. */
export type SayRule = (rule: string, params: MessageValues) => ExplainWords;

/**
 * Of a catalogue of explanations. In it, code stands between backticks. A place whose name ends in `Kind` holds the name
 * of a type, and is filled with the catalogue's words for it. What is not known is '', and `_none_` to a `select`.
 */
export function sayRules(messages: Messages, locale: string): SayRule {
  const i18n = setupI18n({ locale, messages: { [locale]: messages } });
  const kindOf = (type: string | number): string => i18n._(`explain.kind.${type}` in messages ? `explain.kind.${type}` : 'explain.kind.other', { type });
  return (rule, params) => {
    const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, name.endsWith("Kind") ? kindOf(value) : hideTicks(value)]));
    return { means: inParts(capital(i18n._(`explain.${rule}.means`, values))), try: inParts(i18n._(`explain.${rule}.try`, values)) };
  };
}

/** As one text, code between backticks. */
export const plainWords = (parts: readonly Said[]): string => parts.map(({ text, isCode }) => (isCode ? `\`${text}\`` : text)).join('');

const inParts = (words: string): Said[] =>
  words
    .split('`')
    .map((text, i) => ({ text: text.replaceAll(HIDDEN, '`'), isCode: i % 2 === 1 }))
    .filter(({ text }) => text !== '');

/** A sentence may begin with the words for a type. */
const capital = (words: string): string => words.slice(0, 1).toLocaleUpperCase() + words.slice(1);

/** A learner's own backtick must not look like one of the catalogue's. */
const HIDDEN = '\uE000';
const hideTicks = (value: string | number): string | number => (value === '' ? '_none_' : typeof value === 'string' ? value.replaceAll('`', HIDDEN) : value);
