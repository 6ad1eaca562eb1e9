import { useEffect, useState } from 'react';
import { useServices } from '../../hooks/use-services.ts';
import { formatBytes } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { Weights } from '../../services/soundness/soundness-service.ts';

/** How big everything is; null until it is weighed. `when`: weighed anew whenever this changes. */
export function useWeights(when: unknown): Weights | null {
  const { soundness } = useServices();
  const [weights, setWeights] = useState<Weights | null>(null);
  useEffect(() => {
    let isUp = true;
    void soundness()
      .then((service) => service.weigh())
      .then(
        (weighed) => {
          if (isUp) setWeights(weighed);
        },
        // What cannot be weighed has no weight on the screen; the check says what is amiss.
        () => undefined,
      );
    return () => {
      isUp = false;
    };
  }, [soundness, when]);
  return weights;
}

/** "about 3.4 kB"; the sum of a row or two is "about" too. */
export const about = (bytes: number | undefined): string => t('data.about', { size: formatBytes(bytes ?? 0) });
