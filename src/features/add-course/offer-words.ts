import { locale, t } from '../../i18n/text.ts';
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

const languageNames = new Intl.DisplayNames([locale], { type: 'language' });

/** "English, German"; a tag that only looks like one is said as it stands. */
export const languageWords = (tags: readonly string[]): string => tags.map(languageWord).join(', ');

function languageWord(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}
