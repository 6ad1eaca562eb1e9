import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { cachedBuild, ROOT } from '../cached-build.ts';

const SOURCES = ['src', 'db', 'public', 'seeds', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json'];

/** The app, built once for these very sources. Gives its folder. `onBuild`: it is not there yet, which takes a while. */
export function buildApp(onBuild: () => void): Promise<string> {
  return cachedBuild({
    name: 'app',
    sources: SOURCES,
    make: async (outDir) => {
      onBuild();
      const config = { logLevel: 'error', build: { outDir, emptyOutDir: true, reportCompressedSize: false } };
      const script = `import { build } from 'vite'; await build(${JSON.stringify(config)});`;
      // In a process of its own: its configuration reads from Hornbook's folder, not from where the author is.
      const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NODE_ENV|VITE.*)$/.test(name)));
      await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { cwd: ROOT, env });
    },
  });
}
