import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** `FIREFOX_PATH`, else Firefox ESR or Firefox on the search path or in its usual place; null where there is none. */
export function findFirefox(env: NodeJS.ProcessEnv = process.env): string | null {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = ['firefox-esr', 'firefox'].flatMap((name) => folders.map((folder) => join(folder, name)));
  const places = ['/usr/bin/firefox-esr', '/Applications/Firefox.app/Contents/MacOS/firefox'];
  return [env.FIREFOX_PATH ?? '', ...onPath, ...places].find((path) => path !== '' && existsSync(path)) ?? null;
}
