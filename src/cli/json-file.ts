import { accessSync, constants, existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Asked before anything runs, which may take minutes. */
export function isWritable(file: string): boolean {
  try {
    accessSync(dirname(resolve(file)), constants.W_OK);
    return !existsSync(file) || statSync(file).isFile();
  } catch {
    return false;
  }
}

export const writeJsonFile = (file: string, value: unknown): void => writeBytesFile(file, `${JSON.stringify(value, null, 2)}\n`);

/** Written beside it and then renamed: a reader finds the old file or the new one, never half of one. */
export function writeBytesFile(file: string, content: string | Uint8Array): void {
  const path = resolve(file);
  const making = `${path}.${process.pid}.part`;
  try {
    writeFileSync(making, content);
    renameSync(making, path);
  } catch (error) {
    rmSync(making, { force: true });
    throw error;
  }
}
