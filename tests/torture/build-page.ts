import { join, relative } from 'node:path';
import { build } from 'vite';
import { policyPlugin } from '../../src/build/policy-plugin.ts';
import { cachedBuild, ROOT } from '../../src/cli/cached-build.ts';
import { FRAME_STARTER } from '../../src/runner/sandbox/frame.ts';

const SOURCES = ['db', 'src/boot', 'src/core', 'src/services', 'src/packs', 'src/platform', 'src/build', 'package-lock.json'];

/** The folder of a built page, under the app's own policy; made anew only when a source has changed. */
function buildPage(name: string, page: string, more: readonly string[] = []): Promise<string> {
  const root = join(import.meta.dirname, page);
  return cachedBuild({
    name,
    sources: [relative(ROOT, root).replaceAll('\\', '/'), ...SOURCES, ...more],
    make: async (folder) => {
      await build({
        configFile: false,
        root,
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

/** One tab with the app's stores, driven from outside. */
export const buildStorePage = (): Promise<string> => buildPage('stores', 'store-page');

/** A tab that acts by a schedule, among others. */
export const buildTabsPage = (): Promise<string> => buildPage('tabs', 'tabs/page', ['tests/torture/faults', 'tests/torture/tabs']);
