import { t } from '../../i18n/text.ts';
import type { PackCover } from '../../packs/pack/pack-reader.ts';
import type { CourseNews } from '../../services/packs/course-news.ts';
import type { PackOffer } from '../../services/packs/pack-service.ts';
import type { Tone } from '../../ui/notice.tsx';

type Here = PackOffer['here'];

/** What is here already, and what becomes of it. */
export interface HereWords {
  readonly tone: Tone;
  readonly title: string;
  readonly why: readonly string[];
}

/** null: nothing of it is here. `next`: the file's version. */
export function hereWords(here: Here, next: string): HereWords | null {
  if (here.kind === 'nothing') return null;
  if (here.kind === 'same') return { tone: 'right', title: t('add.here', { kind: 'same' }), why: [t('add.hereWhy', { kind: 'same' })] };
  const { version, isRemoved } = here;
  const kind = here.kind !== 'changed' ? here.kind : isRemoved ? 'removed' : version === null ? 'backup' : 'changed';
  const why = t('add.hereWhy', { kind, version: version ?? '', next });
  return { tone: 'note', title: t('add.here', { kind }), why: isRemoved && kind !== 'removed' ? [why, t('add.historyBack')] : [why] };
}

/** What the button does; null: nothing is left to do. */
export function actionWords(here: Here, version: string): string | null {
  switch (here.kind) {
    case 'nothing':
      return t('add.add');
    case 'same':
      return null;
    case 'older':
      return t('add.update', { version });
    case 'newer':
      return t('add.stepBack', { version });
    case 'changed':
      return t(here.isRemoved ? 'add.addAgain' : 'add.replace');
  }
}

export function howTaken(here: Here): CourseNews['how'] {
  if (here.kind === 'nothing' || here.kind === 'same' || here.isRemoved) return 'added';
  return here.kind === 'newer' ? 'back' : 'updated';
}

/** A text, and the language (BCP 47) that it is in. */
export interface Spoken {
  readonly text: string;
  readonly lang: string;
}

/** What the course is called in this language; in its own where that is not translated. */
export function headingIn({ course, headings }: PackCover, language: string): { readonly title: Spoken; readonly description: Spoken } {
  const { title, description } = headings[language] ?? {};
  const own = course.languages[0] ?? 'en';
  const spoken = (translated: string | undefined, text: string): Spoken =>
    translated === undefined ? { text, lang: own } : { text: translated, lang: language };
  return { title: spoken(title, course.title), description: spoken(description, course.description) };
}
