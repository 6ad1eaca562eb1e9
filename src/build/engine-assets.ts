import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { build, type Plugin } from 'vite';

const ENGINES = 'virtual:engines';
const JAVASCRIPT = 'virtual:engines/javascript';
/** Wherever the build is started from. */
const ENGINES_FOLDER = join(import.meta.dirname, '../runner/engines');
const INSIDE = {
  javascript: join(ENGINES_FOLDER, 'javascript/inside/main.ts'),
  javascriptTesting: join(ENGINES_FOLDER, 'javascript/inside/testing/main.ts'),
  python: join(ENGINES_FOLDER, 'python/inside/main.ts'),
};
/** Python's own part: modules that know each other by their file names. */
const INSIDE_PY = join(ENGINES_FOLDER, 'python/inside/py');
/** Beneath the page. */
const FOLDER = 'assets/engines';

/**
 * Serves the engines' files: Pyodide's main script is ESM only and module workers do not start in the sandbox, so one
 * classic script is made of it and the harness. `virtual:engines` tells where the files are; they carry a hash in
 * their names. `virtual:engines/javascript` is the text of JavaScript's harness.
 */
export function engineAssets(): Plugin {
  let isBuild = false;
  let files: Promise<ReadonlyMap<string, EngineFile>> | null = null;
  const all = (): Promise<ReadonlyMap<string, EngineFile>> => (files ??= pythonFiles());
  return {
    name: 'hornbook-engines',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    resolveId: (id) => (id === ENGINES || id === JAVASCRIPT ? `\0${id}` : undefined),
    async load(id) {
      if (id === `\0${JAVASCRIPT}`) {
        this.addWatchFile(INSIDE.javascript);
        const harness = await classicScript(INSIDE.javascript);
        const testing = await classicScript(INSIDE.javascriptTesting, 'createTesting');
        return `export default ${JSON.stringify(harness)};\nexport const testing = ${JSON.stringify(testing)};`;
      }
      if (id !== `\0${ENGINES}`) return undefined;
      const emitted = await all();
      const paths: Record<string, string> = {};
      for (const [key, { fileName, source }] of emitted) {
        if (isBuild) this.emitFile({ type: 'asset', fileName, source: source() });
        paths[key] = fileName;
      }
      return `export const python = ${JSON.stringify(paths)};`;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split('?')[0]?.slice(1) ?? '';
        if (!path.startsWith(`${FOLDER}/`)) { next(); return; }
        all()
          .then((found) => {
            const file = [...found.values()].find(({ fileName }) => fileName === path);
            if (file === undefined) { next(); return; }
            response.setHeader('Content-Type', file.mimeType);
            response.end(file.source());
          })
          .catch(next);
      });
    },
  };
}

interface EngineFile {
  readonly fileName: string;
  readonly mimeType: string;
  readonly source: () => string | Uint8Array;
}

async function pythonFiles(): Promise<ReadonlyMap<string, EngineFile>> {
  const folder = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
  const script = await pythonScript(folder);
  const wasm = readFileSync(join(folder, 'pyodide.asm.wasm'));
  const stdlib = readFileSync(join(folder, 'python_stdlib.zip'));
  return new Map([
    ['script', file('pyodide', 'js', 'text/javascript', script)],
    ['wasm', file('pyodide', 'wasm', 'application/wasm', wasm)],
    ['stdlib', file('python-stdlib', 'zip', 'application/zip', stdlib)],
  ]);
}

function file(name: string, ending: string, mimeType: string, source: string | Uint8Array): EngineFile {
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
  return { fileName: `${FOLDER}/${name}-${hash}.${ending}`, mimeType, source: () => source };
}

/** Pyodide's loader, its module and our harness, in this order, in one scope. */
async function pythonScript(folder: string): Promise<string> {
  const module = replaceOnce(readFileSync(join(folder, 'pyodide.asm.mjs'), 'utf8'), 'export default _createPyodideModule;', '')
    .replaceAll('import.meta.url', 'location.href');
  const loader = readFileSync(join(folder, 'pyodide.js'), 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '');
  const harness = await classicScript(INSIDE.python);
  const python = JSON.stringify(pythonSources());
  const { info } = JSON.parse(readFileSync(join(folder, 'pyodide-lock.json'), 'utf8')) as { info: unknown };
  const lock = JSON.stringify({ info, packages: {} });
  const parts = `{ loadPyodide, createPyodideModule: _createPyodideModule, lock: ${lock}, python: ${python} }`;
  return `${module}\n${loader}\n${harness}\nstartHarness(${parts});\n`;
}

/** Name → source. */
export function pythonSources(): Readonly<Record<string, string>> {
  const names = readdirSync(INSIDE_PY).filter((name) => name.endsWith('.py')).sort();
  return Object.fromEntries(names.map((name) => [name.slice(0, -3), readFileSync(join(INSIDE_PY, name), 'utf8')]));
}

function replaceOnce(text: string, part: string, by: string): string {
  if (text.split(part).length !== 2) throw new Error(`Pyodide's module no longer has exactly one "${part}"`);
  return text.replace(part, by);
}

/** Our own part inside the worker, bundled: it leaves one name. */
async function classicScript(entry: string, name = 'startHarness'): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      lib: { entry, formats: ['iife'], name, fileName: 'inside' },
    },
  });
  const [output] = Array.isArray(built) ? built : [];
  const chunk = output?.output[0];
  if (chunk?.type !== 'chunk') throw new Error(`${entry} was not bundled`);
  return chunk.code;
}
