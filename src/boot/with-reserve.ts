import { QuotaExceeded } from '../../db/errors.ts';
import type { Repositories } from '../../db/repositories.ts';
import type { ReserveInput } from './reserve.ts';
import type { Written } from './watch-writes.ts';

/**
 * A write that does not fit is tried once more with the reserve's room; where that is gone it goes into the journal,
 * from which a later start puts it back, and the caller hears `KeptForLater`.
 */
export function withReserve(strict: Repositories, input: ReserveInput): Repositories {
  return {
    ...strict,
    transact(tables, work) {
      let written: Written | null = null;
      let done: { readonly result: Awaited<ReturnType<typeof work>> } | null = null;
      const once = (): ReturnType<typeof work> =>
        strict.transact(tables, async () => {
          // Dexie has begun the transaction in this very tick.
          written = input.latestWrite();
          done = null;
          const result = await work();
          done = { result };
          return result;
        });
      return once().catch(async (error: unknown) => {
        if (!(error instanceof QuotaExceeded)) throw error;
        const { rescue } = await import('./rescue.ts');
        return rescue({ ...input, once, refused: () => written?.refused() ?? null, done: () => done, error });
      });
    },
  };
}
