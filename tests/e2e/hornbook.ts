import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { resolve } from 'node:path';
import { inject } from 'vitest';

const BIN = resolve('src/cli/hornbook.js');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The package's own bin, by plain Node, from a folder that is not Hornbook's. `interruptAt`: words on stderr. */
export function hornbook(folder: string, args: readonly string[], interruptAt?: string): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = startHornbook(folder, args);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
    child.stderr.on('data', (text: Buffer) => {
      const had = stderr;
      stderr += text.toString();
      if (interruptAt !== undefined && stderr.includes(interruptAt) && !had.includes(interruptAt)) child.kill('SIGINT');
    });
    child.once('error', fail);
    child.once('close', (code) => done({ code, stdout, stderr }));
  });
}

/** The same, as it goes on. */
export function startHornbook(folder: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  const browser = inject('browser');
  const env = { ...process.env, ...(browser.ok ? { CHROME_PATH: browser.path } : {}) };
  return spawn(process.execPath, [BIN, ...args], { cwd: folder, env });
}
