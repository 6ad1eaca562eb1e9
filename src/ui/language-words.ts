import { locale } from '../i18n/text.ts';

const names = new Intl.DisplayNames([locale], { type: 'language' });

/** "English, German" */
export const languageWords = (tags: readonly string[]): string => tags.map(languageWord).join(', ');

/** "German"; a tag that only looks like one is said as it stands. */
export function languageWord(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}
