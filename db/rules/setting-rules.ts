import { fields, json, nullable, words } from '../checks.ts';
import { settingId } from '../models/ids.ts';
import type { Setting } from '../models/setting.ts';
import { row, updated } from './fields.ts';
import { ownedBy } from './rules.ts';
import type { TableRules } from './rules.ts';

export const settingRules: TableRules<Setting> = {
  shape: fields<Setting>({ ...row, ...updated, userId: nullable(words), key: words, value: json }),
  times: 'updated',
  isImmutable: false,
  unique: [],
  references: [ownedBy('userId')],
  idOf: (setting) => settingId(setting.userId, setting.key),
};
