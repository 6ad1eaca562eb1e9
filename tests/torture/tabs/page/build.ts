import { relative } from 'node:path';
import { build } from 'vite';
import { policyPlugin } from '../../../../src/build/policy-plugin.ts';
import { cachedBuild, ROOT } from '../../../../src/cli/cached-build.ts';
import { FRAME_STARTER } from '../../../../src/runner/sandbox/frame.ts';

const SOURCES = [
  ...['db', 'src/boot', 'src/core', 'src/services', 'src/packs', 'src/platform', 'src/build'],
  ...['tests/torture/faults', 'tests/torture/tabs', 'package-lock.json'],
];

/** The folder of the built page; made anew only when a source has changed. */
export function buildTabsPage(): Promise<string> {
  const own = relative(ROOT, import.meta.dirname).replaceAll('\\', '/');
  return cachedBuild({
    name: 'tabs',
    sources: [own, ...SOURCES],
    make: async (folder) => {
      await build({
        configFile: false,
        root: import.meta.dirname,
        base: './',
        logLevel: 'warn',
        define: { __APP_VERSION__: JSON.stringify('torture') },
        plugins: [policyPlugin({ inlineScripts: [FRAME_STARTER] })],
        worker: { format: 'es' },
        build: { outDir: folder, emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
      });
    },
  });
}
