import { sayRules, type SayRule } from './explain-words.ts';
import { locale } from './text.ts';

/** Loaded when the first error is explained, and apart from `text.ts`: even their names would weigh in the first load. */
export async function loadExplainWords(language: string): Promise<SayRule> {
  const loaded = await (language === 'python'
    ? import('virtual:messages/en/explain-python')
    : import('virtual:messages/en/explain-javascript'));
  return sayRules(loaded.default, locale);
}
