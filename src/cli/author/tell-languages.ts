import type { CourseDoc } from '../../packs/course-doc.ts';
import { languagesOf, originalLanguage } from '../../packs/translate.ts';
import { shareTranslated } from '../../packs/translation-texts.ts';

export interface SpokenLanguage {
  readonly language: string;
  /** Of the course's texts, 0–1; its own has all. */
  readonly translated: number;
}

/** The languages a course can be read in, its own first. */
export function spokenLanguages(doc: CourseDoc): SpokenLanguage[] {
  const own = originalLanguage(doc);
  return languagesOf(doc).map((language) => ({ language, translated: language === own ? 1 : shareTranslated(doc, language) }));
}

/** `de: 73 % translated; the rest shows in en.` Rounded down: whatever is missing shows. */
export function translatedWords(doc: CourseDoc, { language, translated }: SpokenLanguage): string {
  const percentage = Math.floor(100 * translated);
  return `${language}: ${percentage} % translated${percentage === 100 ? '' : `; the rest shows in ${originalLanguage(doc)}`}.`;
}
