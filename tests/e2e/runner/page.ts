import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { engineAssets } from '../../../src/build/engine-assets.ts';
import { policyPlugin } from '../../../src/build/policy-plugin.ts';
import { FRAME_STARTER } from '../../../src/runner/sandbox/frame.ts';

/** A page with nothing but the runner, built under the app's own policy. Returns its folder; the caller removes it. */
export async function buildRunnerPage(): Promise<{ folder: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'hornbook-runner-'));
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'fixture'),
    base: './',
    logLevel: 'warn',
    plugins: [engineAssets(), policyPlugin({ inlineScripts: [FRAME_STARTER] })],
    build: { outDir: folder, emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false } },
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
