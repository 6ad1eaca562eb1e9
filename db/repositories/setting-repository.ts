import { settingId } from '../models/ids.ts';
import type { Id } from '../models/ids.ts';
import type { Json } from '../models/row.ts';
import type { Setting } from '../models/setting.ts';
import type { Session } from '../transaction.ts';
import { putOne } from './writing.ts';

/** `userId` null: the settings of the device. */
export interface SettingRepository {
  get(userId: Id | null, key: string): Promise<Setting | null>;
  set(userId: Id | null, key: string, value: Json): Promise<Setting>;
  getAll(userId: Id | null): Promise<Setting[]>;
}

export function createSettingRepository(session: Session): SettingRepository {
  const settings = session.db.rows('settings');

  return {
    get: (userId, key) => session.query(async () => (await settings.get(settingId(userId, key))) ?? null),
    set: (userId, key, value) =>
      putOne(session, 'settings', { id: settingId(userId, key), userId, key, value }),
    // null cannot be indexed, so the primary key's beginning stands for the owner.
    getAll: (userId) => session.query(() => settings.where('id').startsWith(settingId(userId, '')).toArray()),
  };
}
