import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import pkg from './package.json' with { type: 'json' };
import { bundledCourses } from './src/build/courses-plugin.ts';
import { engineAssets } from './src/build/engine-assets.ts';
import { messages } from './src/build/messages-plugin.ts';
import { policyPlugin } from './src/build/policy-plugin.ts';
import { pwaPlugin } from './src/build/pwa-plugin.ts';
import { FRAME_STARTER } from './src/runner/sandbox/frame.ts';

/** A bound on what hangs; a loaded machine takes its time. */
const UNIT_LIMIT_MS = 30_000;
const LOOPBACK = '127.0.0.1';
/** What bounds a time that a busy machine would spoil, or keeps all cores busy itself. */
const ALONE = ['tests/e2e/alone/**/*.test.ts'];
/** What the first load needs, and what comes later needs too: each in a file of its own would weigh more. */
const IN_EVERY_CHUNK = new RegExp(
  [
    'db/models/|db/rules/|db/(errors|ranges|integrity|checks|tables)\\.ts|src/core/(group-by|progress/(?!skip))',
    'src/ui/class-names|src/i18n/(text|format)\\.ts|@lingui/core|virtual:messages/en/(common|home)',
    'jsx-runtime|lucide-react/dist/esm/(?!icons)|preload-helper|node_modules/(react|dexie)/',
  ].join('|'),
);
/** Files that are put together by hand, for the sake of the first load: home's, and a first visit's. */
const CHUNKS = {
  includeDependenciesRecursively: false,
  groups: [
    { name: 'base', test: IN_EVERY_CHUNK },
    { name: 'first-run', test: /features\/first-run\/(FirstRun|NameForm|first-run|name-form)|messages\/en\/first-run|ui\/(text-field|failure-words)\./ },
    { name: 'recover', test: /services\/journal\/(recover|fold|verify|read-entry)\.ts/ },
  ],
};
/** In a real browser, against the built app: see tests/e2e/README.md. */
const IN_BROWSER = {
  // Finds the browser and builds the app before the first test.
  globalSetup: ['tests/e2e/setup.ts'],
  // A loaded machine can starve a browser; the report names what needed its second try.
  retry: 1,
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  // Relative, so that the build works from any folder of any host.
  base: './',
  // One page and hash routes: a missing file is a 404, never the page under another name.
  appType: 'mpa',
  define: { __APP_VERSION__: JSON.stringify(pkg.version) },
  plugins: [
    react(),
    messages(),
    engineAssets(),
    bundledCourses('seeds/courses', 'seeds/demo'),
    policyPlugin({ inlineScripts: [FRAME_STARTER] }),
    pwaPlugin(),
  ],
  // Dexie's own modern build: what `import` gets by default is translated for browsers without classes, and 1 kB heavier.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  worker: { format: 'es' },
  server: { host: LOOPBACK },
  preview: { host: LOOPBACK, port: 4173 },
  build: {
    target: 'es2023',
    outDir: 'dist',
    manifest: true,
    // A list of what each later chunk imports would weigh more in the first load than it saves: all are precached by then.
    modulePreload: { polyfill: false, resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')) },
    // Data URLs in CSS would need `font-src data:`; files are precached anyway.
    assetsInlineLimit: 0,
    // What the first load weighs is checked by `npm run size`, in brotli bytes; this guess would warn all the same.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: { output: { advancedChunks: CHUNKS } },
  },
  test: {
    // By default one core is left idle: half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          pool: 'threads',
          // To import everything anew for each file took as long as all tests; the setup cleans up after each.
          isolate: false,
          setupFiles: ['tests/unit-setup.ts'],
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          testTimeout: UNIT_LIMIT_MS,
        },
      },
      {
        extends: true,
        // Two files at a time, since each waits a good deal; a browser on every core would wait for the others.
        test: { ...IN_BROWSER, name: 'e2e', include: ['tests/e2e/**/*.test.ts'], exclude: ALONE, maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        // A group of its own, and the last.
        test: { ...IN_BROWSER, name: 'e2e-alone', include: ALONE, fileParallelism: false, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
