import { parseArgs } from 'node:util';
import { SCHEMA_VERSION } from '../../../db/schema.ts';
import { fail, ok, type Result } from '../../core/result.ts';

export const BACKUP_USAGE = `hornbook backup inspect FILE [--json]
hornbook backup verify FILE [--json]
hornbook backup convert FILE [--to VERSION] [--out FILE]

inspect  says who is in a backup, what they did, and how much of it there is.
verify   says whether it is as it was written, and if not, what cannot be read any more.
convert  writes it for the app of another schema version (1 to ${SCHEMA_VERSION}; ${SCHEMA_VERSION} unless told), with
         checks. What an earlier version cannot hold is left out. Of a damaged file, what is good.

--json   the same as JSON, for other programs
--out    where to write (FILE with the version behind its name unless told); only a backup is ever written over

Exit codes: 0 done, and the file is sound; 1 it is damaged, or no backup; 2 it cannot be done as written.`;

const ACTIONS = ['inspect', 'verify', 'convert'] as const;

export interface BackupArgs {
  readonly action: (typeof ACTIONS)[number];
  readonly file: string;
  readonly isJson: boolean;
  readonly to: number;
  readonly out: string | null;
}

export function readBackupArgs(args: readonly string[]): Result<BackupArgs, { readonly type: 'Misused'; readonly message: string }> {
  const misused = (message: string) => fail({ type: 'Misused' as const, message });
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, to: { type: 'string' }, out: { type: 'string' } },
    });
  } catch (error) {
    return misused(error instanceof Error ? error.message : String(error));
  }
  const { positionals, values } = parsed;
  const [word, file, ...more] = positionals;
  const action = ACTIONS.find((known) => known === word);
  if (action === undefined) return misused(`one of ${ACTIONS.join(', ')} comes first. hornbook help backup tells more.`);
  if (file === undefined || more.length > 0) return misused(`${action} takes one FILE.`);
  const to = values.to === undefined ? SCHEMA_VERSION : Number(values.to);
  if (!Number.isInteger(to) || to < 1 || to > SCHEMA_VERSION) return misused(`--to takes a version from 1 to ${SCHEMA_VERSION}.`);
  if (action !== 'convert' && (values.to !== undefined || values.out !== undefined)) return misused(`--to and --out belong to convert.`);
  return ok({ action, file, isJson: values.json === true, to, out: values.out ?? null });
}
