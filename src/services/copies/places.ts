import type { EpochMs } from '../../../db/models/ids.ts';
import type { CopyFolder } from '../../platform/copies.ts';
import type { Notes } from '../../platform/platform.ts';
import { stampOf } from '../stamp.ts';
import { headOf, packCopy, unpackCopy, type CopyHead } from './copy-file.ts';
import type { Dated } from './thin.ts';
import { withChecks } from './with-checks.ts';

/** A copy as it lies somewhere. */
export interface AutoCopy extends Dated {
  readonly place: PlaceKind;
  readonly name: string;
}
/** `own`: beside the database, in the app's own place. `folder`: where the learner chose. */
export type PlaceKind = 'own' | 'folder';

/** How copies lie in one folder: what they are called, and what stands in them. */
export interface Place {
  readonly kind: PlaceKind;
  readonly folder: CopyFolder;
  readonly nameOf: (at: EpochMs) => string;
  /** Null: a file that is no copy of ours, and none of our business. */
  readonly atOf: (name: string) => EpochMs | null;
  readonly toFile: (head: CopyHead, text: Blob) => Promise<Blob>;
  /** Null: damaged. */
  readonly toText: (file: Blob) => Promise<string | null>;
  /** Null: the file does not say. */
  readonly headOf: (file: Blob) => Promise<CopyHead | null>;
}

export const ownPlace = (folder: CopyFolder): Place => ({
  kind: 'own',
  folder,
  nameOf: (at) => `${at}.copy`,
  atOf: (name) => (/^\d{1,15}\.copy$/.test(name) ? Number.parseInt(name, 10) : null),
  toFile: packCopy,
  toText: unpackCopy,
  headOf,
});

/**
 * In a folder of the learner's a copy is a plain backup file, for any app to read. Its name says which device it is
 * from: several may share one folder, and none thins out the copies of another.
 */
export function folderPlace(folder: CopyFolder, device: string): Place {
  const pattern = new RegExp(`^hornbook-copy-(\\d{4})-(\\d\\d)-(\\d\\d)-(\\d\\d)(\\d\\d)-${device}\\.json$`);
  return {
    kind: 'folder',
    folder,
    nameOf: (at) => `hornbook-copy-${stampOf(at)}-${device}.json`,
    atOf(name) {
      const [, ...parts] = pattern.exec(name) ?? [];
      const [year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN] = parts.map(Number);
      return parts.length === 0 ? null : new Date(year, month - 1, day, hour, minute).getTime();
    },
    toFile: async (_, text) => new Blob([await withChecks(await text.text())], { type: text.type }),
    // A damaged one is read as far as it is good, like any backup.
    toText: (file) => file.text(),
    headOf: () => Promise.resolve(null),
  };
}

/** Six letters and digits that tell this device's copies from another's; made once. */
export function deviceTag(notes: Notes, newId: () => string): string {
  const known = notes.get('copies-device');
  if (known !== null && /^[0-9a-z]{6}$/.test(known)) return known;
  const made = newId().replaceAll('-', '').slice(-6).toLowerCase();
  notes.set('copies-device', made);
  return made;
}

/** Newest first. */
export async function copiesIn({ kind, folder, atOf }: Place): Promise<AutoCopy[]> {
  const found = (await folder.list()).flatMap(({ name, bytes }): AutoCopy[] => {
    const at = atOf(name);
    return at === null ? [] : [{ place: kind, name, at, bytes }];
  });
  return found.sort((a, b) => b.at - a.at);
}
