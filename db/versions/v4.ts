import type { Version } from './version.ts';

/**
 * Version 4: courses that came from files. `packs` says what each is, `packFiles` holds its bytes and those of the version
 * before, `packAssets` the pictures that its lessons show.
 *
 * All of it can be read again from the file, so backups do not carry it: their rows are those of version 3.
 */
export const v4: Version = {
  number: 4,
  name: 'packs',
  stores: {
    packs: 'id',
    packFiles: 'id, packId',
    packAssets: 'id, packId',
  },
  upgrade: null,
  upgradeDump: (dump) => dump,
  downgradeDump: (dump) => dump,
};
