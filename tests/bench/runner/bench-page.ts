import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildSandboxPage } from '../../../src/cli/sandbox-page/build-page.ts';
import { openSandboxPages } from '../../../src/cli/sandbox-page/open-pages.ts';
import { RAW_PYTHON } from './raw-python.ts';

const PYODIDE = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'];

/** A page with our runner and with Pyodide as it comes, under the same headers. */
export async function openBenchPage(): Promise<{ readonly page: Page; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'hornbook-bench-'));
  cpSync(await buildSandboxPage(join(import.meta.dirname, 'page'), ['src/platform']), folder, { recursive: true });
  const pyodide = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
  for (const name of PYODIDE) cpSync(join(pyodide, name), join(folder, 'pyodide', name));
  writeFileSync(join(folder, 'raw-python.js'), RAW_PYTHON);
  const pages = await openSandboxPages({ count: 1, folder });
  const [opened] = pages.pages;
  if (opened === undefined) throw new Error('no page');
  return {
    page: opened.page(),
    async close() {
      await pages.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
