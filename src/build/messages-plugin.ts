import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const PREFIX = 'virtual:messages/';

/**
 * Serves `virtual:messages/<language>/<catalogue>`: `src/i18n/<language>/<catalogue>.json` as a table of compiled
 * messages, so that the ICU parser stays at home, a slip in a message stops the build, and a screen that is loaded
 * later brings its words along.
 */
export function messages(folder = 'src/i18n'): Plugin {
  return {
    name: 'hornbook-messages',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const file = join(folder, `${id.slice(PREFIX.length + 1)}.json`);
      this.addWatchFile(resolve(file));
      return `export default ${JSON.stringify(compileCatalogues([file]))};`;
    },
    handleHotUpdate({ file, server }) {
      if (!file.includes(folder) || !file.endsWith('.json')) return undefined;
      server.ws.send({ type: 'full-reload' });
      return [...server.moduleGraph.urlToModuleMap.values()].filter((module) => module.id?.startsWith(`\0${PREFIX}`) ?? false);
    },
  };
}

/** One table out of several catalogues. Throws on a message that is no ICU and on an id told twice. */
export function compileCatalogues(files: readonly string[]): Record<string, unknown> {
  const table: Record<string, unknown> = {};
  for (const file of files) {
    const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    for (const [id, message] of Object.entries(messages)) {
      if (id in table) throw new Error(`${file}: ${id} is told twice`);
      table[id] = compile(file, id, message);
    }
  }
  return table;
}

export const catalogueFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));

function compile(file: string, id: string, message: string): unknown {
  try {
    return compileMessageOrThrow(message);
  } catch (error) {
    throw new Error(`${file}: ${id} is no ICU message: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
