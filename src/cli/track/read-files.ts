import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Instructions, tools' own folders, and what they made. */
const NOT_FOLDERS = /^(?:\..*|node_modules|__pycache__|dist|build|coverage)$/;
/** What configures a track's tools; nothing of it is there for the program. */
const NOT_FILES = [
  /^\./,
  /^package(?:-lock)?\.json$|\.lock$|^pnpm-lock\.yaml$/,
  /\.config\.[cm]?[jt]s$|^[jt]sconfig.*\.json$|^test-runner\.[cm]?js$/,
  /^(?:LICEN[CS]E(?:\..*)?|(?:README|HELP|HINTS|INSTALL)\.md)$/i,
  /\.py[co]$/,
];
/** Longer ones are no data of an exercise. */
const MOST_BYTES = 2_000_000;

/** Every file of an exercise that a program or its tests may want: path from the exercise's folder → text. */
export function readTextFiles(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const name = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!NOT_FOLDERS.test(entry.name)) walk(name);
      } else if (!NOT_FILES.some((pattern) => pattern.test(entry.name))) {
        const text = readText(join(folder, name));
        if (text !== null) files.set(name, text);
      }
    }
  };
  walk('');
  return files;
}

/** Null: there is no such file, or it is not UTF-8 text. */
export function readText(path: string): string | null {
  try {
    const stat = statSync(path);
    if (!stat.isFile() || stat.size > MOST_BYTES) return null;
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
