import { useState } from 'react';
import type { Id } from '../../../db/models/ids.ts';
import { useLive } from '../../hooks/use-live.ts';
import { useServices } from '../../hooks/use-services.ts';
import type { Settings } from '../../services/settings-service.ts';

type Patch = Partial<Settings>;

/** The learner's settings, and the way to change them. A change shows at once, before it has made its way round. */
export function useSettings(userId: Id): readonly [Settings | null, (patch: Patch) => void] {
  const { settings } = useServices();
  const live = useLive(() => settings.values(userId), [settings, userId]);
  const [pending, setPending] = useState<Patch>({});
  const stored = live.state === 'ready' ? live.value : null;
  if (stored !== null && hasArrived(pending, stored)) setPending({});
  const set = (patch: Patch): void => {
    setPending({ ...pending, ...patch });
    void settings.set(userId, patch).catch((error: unknown) => {
      setPending({});
      throw error;
    });
  };
  return [stored === null ? null : { ...stored, ...pending }, set];
}

function hasArrived(pending: Patch, stored: Settings): boolean {
  const keys = Object.keys(pending) as (keyof Settings)[];
  return keys.length > 0 && keys.every((key) => pending[key] === stored[key]);
}
