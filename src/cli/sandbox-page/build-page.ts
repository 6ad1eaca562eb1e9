import { join, relative } from 'node:path';
import { build } from 'vite';
import { engineAssets } from '../../build/engine-assets.ts';
import { policyPlugin } from '../../build/policy-plugin.ts';
import { FRAME_STARTER } from '../../runner/sandbox/frame.ts';
import { cachedBuild, ROOT } from '../cached-build.ts';

/** What the runner is made of, and how. */
export const RUNNER_SOURCES = ['src/runner', 'src/core', 'src/build', 'db/models', 'package-lock.json'];

/**
 * A page with nothing but the app's runner, under the app's own policy. Gives the folder of the build, which is made
 * anew only when a source has changed. `root`: the folder of another page, one that adds to this; `more`: its sources
 * elsewhere.
 */
export function buildSandboxPage(root = join(import.meta.dirname, 'page'), more: readonly string[] = []): Promise<string> {
  const own = relative(ROOT, root).replaceAll('\\', '/');
  return cachedBuild({
    name: 'page',
    sources: [...new Set([own, 'src/cli/sandbox-page']), ...RUNNER_SOURCES, ...more],
    make: async (folder) => {
      await build({
        configFile: false,
        root,
        base: './',
        logLevel: 'error',
        plugins: [engineAssets(), policyPlugin({ inlineScripts: [FRAME_STARTER] })],
        build: { outDir: folder, emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false }, reportCompressedSize: false },
      });
    },
  });
}
