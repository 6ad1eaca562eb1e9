import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { CodeLanguage } from '../../../db/models/enums.ts';
import { engineAssets } from '../../build/engine-assets.ts';
import type { createRunner } from '../../runner/client.ts';
import { cachedBuild, ROOT } from '../cached-build.ts';
import { keptOnDisk } from '../kept-on-disk.ts';
import { makeHandover } from '../make-handover.ts';
import { RUNNER_SOURCES } from '../sandbox-page/build-page.ts';
import { serveFolder } from '../sandbox-page/serve-folder.ts';
import type { Slots } from '../slots.ts';
import { nodeSandbox } from './node-sandbox.ts';

/** The global that stands for the page's address in the build below. */
const BASE = 'hornbookEngines';

export interface TrustedOptions {
  readonly count: number;
  /** Of the jobs to come. */
  readonly language: CodeLanguage;
  /** Ends the wait for an engine that is made ready. */
  readonly signal: AbortSignal;
}

/**
 * The app's runner in Node, `count` times: the same engines and the same checks of what they say, but no sandbox. For
 * code that one trusts. The caller closes.
 */
export async function openTrusted({ count, language, signal }: TrustedOptions): Promise<Slots> {
  const folder = await buildRunner();
  // The engines' files are fetched, as in the page.
  const server = await serveFolder(folder);
  Object.assign(globalThis, { [BASE]: server.url });
  const client = (await import(pathToFileURL(join(folder, 'client.js')).href)) as { createRunner: typeof createRunner };
  const keptFiles = keptOnDisk(`${folder}-kept`);
  const runners = Array.from({ length: count }, () => client.createRunner({ openSandbox: nodeSandbox, keptFiles }));
  const [first] = runners;
  if (first !== undefined) await makeHandover({ run: (job) => first.run(job) }, language, keptFiles, signal);
  return {
    slots: runners.map((runner) => ({
      check: (job) => runner.check(job),
      run: (job) => runner.run(job),
      replace: () => Promise.resolve(),
    })),
    async close() {
      for (const runner of runners) runner.dispose();
      await server.close();
    },
  };
}

/** The runner as Node can import it: the virtual modules of the engines are only there when Vite has built them. */
function buildRunner(): Promise<string> {
  return cachedBuild({
    name: 'trusted',
    sources: ['src/cli/trusted', ...RUNNER_SOURCES],
    make: async (folder) => {
      await build({
        configFile: false,
        root: ROOT,
        base: './',
        logLevel: 'error',
        publicDir: false,
        plugins: [engineAssets()],
        define: { 'document.baseURI': `globalThis.${BASE}` },
        ssr: { noExternal: true },
        build: {
          ...{ outDir: folder, emptyOutDir: true, target: 'es2023', reportCompressedSize: false, ssrEmitAssets: true },
          ssr: join(ROOT, 'src/runner/client.ts'),
          rolldownOptions: { output: { entryFileNames: 'client.js' } },
        },
      });
    },
  });
}
