import { useState } from 'react';
import type { InstalledPack } from '../../../db/models/installed-pack.ts';
import { usePlatform } from '../../hooks/use-platform.ts';
import { formatPercentage } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { InstallProgress, PackService } from '../../services/packs/pack-service.ts';
import { languageWord } from '../../ui/language-words.ts';
import { packProblemWords } from '../../ui/pack-problem-words.ts';

interface Said {
  readonly title: string;
  readonly why: string;
}

export interface Retake {
  /** What is going on, with how far it is; empty: nothing. */
  readonly busy: string;
  /** What came of it. */
  readonly said: Said | null;
  readonly setLanguage: (language: string) => Promise<void>;
  readonly stepBack: (version: string) => Promise<void>;
}

/** Takes a course again from the files that are kept of it: in another language, or the version before. One at a time. */
export function useRetake(pack: InstalledPack, packs: PackService): Retake {
  const platform = usePlatform();
  const [said, say] = useState<Said | null>(null);
  const [busy, setBusy] = useState('');

  const retake = async (
    take: (onProgress: (progress: InstallProgress) => void) => ReturnType<PackService['stepBack']>,
    going: (percentage: string) => string,
    done: Said,
  ): Promise<void> => {
    if (busy !== '') return;
    say(null);
    const show = (fraction: number): void => setBusy(going(formatPercentage(25 * Math.floor(4 * fraction))));
    show(0);
    try {
      const taken = await take(({ step, fraction }) => show(step === 'reading' ? fraction / 2 : 0.5 + fraction / 2));
      if (taken === null) say({ title: t('add.backGone'), why: '' });
      else say(taken.ok ? done : packProblemWords(taken.error, platform.appVersion));
    } finally {
      setBusy('');
    }
  };

  return {
    busy,
    said,
    setLanguage: (tag) => {
      const language = languageWord(tag);
      return retake(
        (onProgress) => packs.setLanguage(pack.id, tag, onProgress),
        (percentage) => t('add.languageBusy', { language, percentage }),
        { title: t('add.languageIs', { language }), why: t('add.addedWhy', { how: 'language' }) },
      );
    },
    stepBack: (version) =>
      retake(
        (onProgress) => packs.stepBack(pack.id, onProgress),
        (percentage) => t('add.backBusy', { version, percentage }),
        { title: t('add.added', { how: 'back', version, title: pack.title }), why: t('add.addedWhy', { how: 'back' }) },
      ),
  };
}
