import { settingId } from '../../db/models/ids.ts';
import type { Setting } from '../../db/models/setting.ts';
import { faker } from './seed.ts';

/** A setting of the device, unless it is given a learner. */
export function makeSetting(own: Partial<Omit<Setting, 'id' | 'updatedAt'>> = {}): Omit<Setting, 'updatedAt'> {
  const setting = { userId: null, key: faker.lorem.slug(2), value: faker.number.float(), ...own };
  return { id: settingId(setting.userId, setting.key), ...setting };
}
