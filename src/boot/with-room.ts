import type { Result } from '../core/result.ts';
import type { Platform } from '../platform/platform.ts';
import type { BackupService } from '../services/backup-service.ts';
import type { CourseService } from '../services/course-service.ts';
import { NoRoom } from '../services/failures.ts';

interface Large {
  readonly backups: BackupService;
  readonly courses: CourseService;
}
type TooLarge = { readonly ok: false; readonly error: { readonly type: 'QuotaExceeded'; readonly missing: number } };

/** Whatever brings much in is refused before it begins where it would not fit, by words that name what is wanting. */
export function withRoom<T extends Large>(services: T, { storage }: Pick<Platform, 'storage'>): T {
  const { backups, courses } = services;
  const missingFor = async (text: string): Promise<number> => (await import('../services/room.ts')).missingRoomFor(text, storage);
  const ifItFits = async <V, E extends { readonly type: string }>(text: string, work: () => Promise<Result<V, E>>): Promise<Result<V, E> | TooLarge> => {
    const missing = await missingFor(text);
    return missing > 0 ? { ok: false, error: { type: 'QuotaExceeded', missing } } : work();
  };
  return {
    ...services,
    backups: {
      ...backups,
      restore: (text, options) => ifItFits(text, () => backups.restore(text, options)),
      restoreIntoEmpty: (text) => ifItFits(text, () => backups.restoreIntoEmpty(text)),
    },
    courses: {
      ...courses,
      async install(bundle) {
        const missing = await missingFor(JSON.stringify(bundle));
        if (missing > 0) throw new NoRoom(missing);
        await courses.install(bundle);
      },
    },
  };
}
