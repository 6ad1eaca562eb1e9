import type { Changes } from '../../db/changes.ts';
import { QuotaExceeded } from '../../db/errors.ts';
import { settingId } from '../../db/models/ids.ts';
import { KeptForLater } from '../services/failures.ts';
import type { ReserveInput } from './reserve.ts';

interface RescueInput<T> extends ReserveInput {
  readonly once: () => Promise<T>;
  /** What the last try of `once` wrote in vain. */
  readonly refused: () => Changes | null;
  /** What that try would have given back; null where it was broken off half way, and is nothing to keep. */
  readonly done: () => { readonly result: T } | null;
  readonly error: QuotaExceeded;
}

/** An answer changes four rows or five. The reserve and the journal's room are for that, not for an import. */
const MOST_ROWS = 50;

/** Once more with the reserve's room, else into the journal. */
export async function rescue<T>({ once, refused, done, release, keep, tell, error }: RescueInput<T>): Promise<T> {
  if (!isSmall(refused())) throw error;
  if (await release()) {
    try {
      const saved = await once();
      tell({ type: 'DiskFull', last: 'saved' });
      return saved;
    } catch (again) {
      if (!(again instanceof QuotaExceeded)) throw again;
    }
  }
  const changes = refused();
  const whole = done();
  const isKept = changes !== null && whole !== null && isAddition(changes) && (await keep(changes));
  // No backup is refused because the device cannot remember that it was made.
  if (changes !== null && whole !== null && isNoteOfBackup(changes)) return whole.result;
  tell({ type: 'DiskFull', last: isKept ? 'kept' : 'refused' });
  throw isKept ? new KeptForLater() : error;
}

function isNoteOfBackup({ written, deleted }: Changes): boolean {
  const { settings = [], ...others } = written;
  return Object.keys({ ...others, ...deleted }).length === 0 && settings.every(({ id }) => id === settingId(null, 'backups'));
}

/** A journal gives back what is missing; it takes nothing away. */
const isAddition = ({ deleted }: Changes): boolean => Object.keys(deleted).length === 0;

function isSmall(changes: Changes | null): boolean {
  if (changes === null) return false;
  const lists: readonly (readonly unknown[])[] = [...Object.values(changes.written), ...Object.values(changes.deleted)];
  return lists.reduce((sum, list) => sum + list.length, 0) <= MOST_ROWS;
}
