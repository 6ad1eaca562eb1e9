import { useCallback, useEffect, useState } from 'react';
import { useNow } from '../../hooks/use-now.ts';
import { useServices } from '../../hooks/use-services.ts';
import type { CopyKeeper } from '../../services/copies/copy-keeper.ts';
import type { AutoCopy, CopyService, FolderShown } from '../../services/copies/copy-service.ts';

export interface CopiesShown {
  readonly service: CopyService;
  readonly own: readonly AutoCopy[];
  /** Null: no folder is chosen, or it cannot be read just now. */
  readonly folder: readonly AutoCopy[] | null;
  /** Null: no folder can be chosen here. */
  readonly where: FolderShown | null;
  /** Null: no reminder is due. */
  readonly daysWithoutBackup: number | null;
}

interface Shown {
  readonly copies: CopiesShown | null;
  readonly trouble: string | null;
}

/** The automatic copies as they lie there now: looked at again every minute, since files tell nobody of a change. */
export function useCopies(lastBackupAt: number | null): {
  /** Null until they were looked at. */
  readonly copies: CopiesShown | null;
  /** Why they cannot be looked at; null: they can. */
  readonly trouble: string | null;
  readonly reload: () => Promise<void>;
} {
  const keeper = useServices().copies;
  const [{ copies, trouble }, setShown] = useState<Shown>({ copies: null, trouble: null });
  const now = useNow();
  const read = useCallback(async (): Promise<Shown> => {
    try {
      return { copies: await look(keeper), trouble: null };
    } catch (error) {
      return { copies: null, trouble: String(error) };
    }
  }, [keeper]);
  const reload = useCallback(async () => setShown(await read()), [read]);
  useEffect(() => {
    let isUp = true;
    void read().then((shown) => {
      if (isUp) setShown(shown);
    });
    return () => {
      isUp = false;
    };
  }, [read, now, lastBackupAt]);
  return { copies, trouble, reload };
}

async function look(keeper: CopyKeeper): Promise<CopiesShown> {
  const service = await keeper.open();
  const { own, folder } = await service.list();
  const where = (await service.folder?.where()) ?? null;
  return { service, own, folder, where, daysWithoutBackup: await service.daysWithoutBackup() };
}

/** Newest first, wherever they lie. */
export const allCopies = ({ own, folder }: CopiesShown): AutoCopy[] => [...own, ...(folder ?? [])].sort((a, b) => b.at - a.at);
