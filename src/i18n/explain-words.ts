import { setupI18n, type Messages } from '@lingui/core';
import { locale, type MessageValues } from './text.ts';

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

/** Loaded when the first error is explained, and apart from `text.ts`: even their names would weigh in the first load. */
export async function loadExplainWords(language: string): Promise<SayRule> {
  const loaded = await (language === 'python'
    ? import('virtual:messages/en/explain-python')
    : import('virtual:messages/en/explain-javascript'));
  return sayRules(loaded.default);
}

/** Of a catalogue that is at hand. In it, code stands between backticks. */
export function sayRules(messages: Messages): SayRule {
  const i18n = setupI18n({ locale, messages: { [locale]: messages } });
  return (rule, params) => {
    const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, hideTicks(value)]));
    return { means: inParts(i18n._(`explain.${rule}.means`, values)), try: inParts(i18n._(`explain.${rule}.try`, values)) };
  };
}

/** As one text, code between backticks. */
export const plainWords = (parts: readonly Said[]): string => parts.map(({ text, isCode }) => (isCode ? `\`${text}\`` : text)).join('');

const inParts = (words: string): Said[] =>
  words
    .split('`')
    .map((text, i) => ({ text: text.replaceAll(HIDDEN, '`'), isCode: i % 2 === 1 }))
    .filter(({ text }) => text !== '');

/** A learner's own backtick must not look like one of the catalogue's. */
const HIDDEN = '\uE000';
const hideTicks = (value: string | number): string | number => (typeof value === 'string' ? value.replaceAll('`', HIDDEN) : value);
