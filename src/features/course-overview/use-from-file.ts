import { useEffect, useState } from 'react';
import type { Id } from '../../../db/models/ids.ts';
import type { InstalledPack } from '../../../db/models/installed-pack.ts';
import { useLive } from '../../hooks/use-live.ts';
import { useServices } from '../../hooks/use-services.ts';
import type { PackService } from '../../services/packs/pack-service.ts';

export interface FromFile {
  readonly pack: InstalledPack;
  readonly packs: PackService;
}

/** The file that a course is from; null: none, or it is not known yet. */
export function useFromFile(courseId: Id): FromFile | null {
  const services = useServices();
  const [packs, setPacks] = useState<PackService | null>(null);
  useEffect(() => {
    let isUp = true;
    void services.packs().then((service) => {
      if (isUp) setPacks(service);
    });
    return () => {
      isUp = false;
    };
  }, [services]);
  const installed = useLive(() => packs?.installed() ?? Promise.resolve([]), [packs]);
  const pack = installed.state === 'ready' ? installed.value.find(({ id }) => id === courseId) : undefined;
  return pack === undefined || packs === null ? null : { pack, packs };
}
