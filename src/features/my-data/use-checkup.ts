import { useRef, useState } from 'react';
import { usePlatform } from '../../hooks/use-platform.ts';
import { useServices } from '../../hooks/use-services.ts';
import { formatPercentage } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { attemptWrite } from '../../services/failures.ts';
import type { Checkup, SoundnessService } from '../../services/soundness/soundness-service.ts';
import { failureWords } from '../../ui/failure-words.ts';

export interface CheckupShown {
  readonly last: Checkup | null;
  /** 0–1; null: no check is running. */
  readonly share: number | null;
  /** What to read out. What came of a check stands on the screen as it is; of mending it is shown as well. */
  readonly said: string;
  readonly isShown: boolean;
  readonly check: () => Promise<void>;
  /** Saves what nothing can mend, mends the rest, and checks again. */
  readonly mend: () => Promise<void>;
}

/** The check and its repair, as long as the screen is up. */
export function useCheckup(): CheckupShown {
  const services = useServices();
  const { files } = usePlatform();
  const service = useRef<Promise<SoundnessService>>(null);
  const [last, setLast] = useState<Checkup | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const [isShown, setShown] = useState(false);

  const run = async (isMending: boolean, work: (service: SoundnessService) => Promise<{ checkup: Checkup; words: string }>): Promise<void> => {
    setSaid('');
    setShare(0);
    try {
      const soundness = await (service.current ??= services.soundness());
      const done = await attemptWrite(() => work(soundness));
      if (done.ok) setLast(done.value.checkup);
      setShown(!done.ok || isMending);
      setSaid(done.ok ? done.value.words : failureWords(done.error));
    } finally {
      setShare(null);
    }
  };
  const check = (): Promise<void> =>
    run(false, async (soundness) => {
      const checkup = await soundness.check(setShare);
      const amiss = checkup.findings.length;
      return { checkup, words: amiss === 0 ? t('data.soundSaid', { count: checkup.rows }) : t('data.unsoundSaid', { amiss }) };
    });
  const mend = (): Promise<void> =>
    run(true, async (soundness) => {
      const keepsake = last === null ? null : await soundness.keepsake(last);
      const isKept = keepsake !== null && (await files.save(keepsake.name, keepsake.text, 'application/json')).ok;
      const checkup = await soundness.repair({ discard: isKept }, setShare);
      const amiss = checkup.findings.length;
      const words = amiss === 0 ? t('data.mended', { count: checkup.rows }) : t('data.mendedSome', { amiss });
      return { checkup, words: keepsake !== null && !isKept ? `${words} ${t('data.notKept')}` : words };
    });
  return { last, share, said, isShown, check, mend };
}

export const shareWords = (share: number): string => formatPercentage(share * 100);
