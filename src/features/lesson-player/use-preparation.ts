import { useEffect, useState } from 'react';
import type { CodeLanguage } from '../../../db/models/enums.ts';
import { useServices } from '../../hooks/use-services.ts';
import type { Preparation } from '../../runner/runner.ts';

/** How far the engine of a language is; `ready` once it has been seen to get there. */
export type Readiness = Preparation | 'ready' | null;

/** Warms the engine up and hears how far it is. `language` null: there is nothing to run. */
export function usePreparation(language: CodeLanguage | null): Readiness {
  const { attempts } = useServices();
  const [readiness, setReadiness] = useState<Readiness>(null);
  useEffect(() => {
    if (language === null) return;
    attempts.warmUp(language);
    return attempts.watch(language, (preparation) =>
      setReadiness((before) => preparation ?? (before === null ? null : 'ready')),
    );
  }, [attempts, language]);
  return readiness;
}
