import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { add, NOTHING, readReport, said, type Totals } from './totals.ts';

/**
 * `npm test`: types, lint, unit tests (the rooms among them), the build, and the end-to-end tests in a real browser.
 * A step that fails does not keep the later ones from telling what they know; the last line is the sum of all.
 */
const REPORTS = join('node_modules', '.cache', 'hornbook-tests');
const MINUTE = 60_000;

let totals: Totals = NOTHING;
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

// Side by side, for each keeps but one core busy.
const [, , isBuilt] = await Promise.all([
  step('types', bin('typescript', 'tsc'), ['-b']),
  step('lint', bin('eslint', 'eslint.js'), ['.']),
  step('build', bin('vite', 'vite.js'), ['build', '--logLevel', 'warn']),
]);
await tests('unit', ['unit']);
if (isBuilt) await tests('e2e', ['e2e', 'e2e-alone']);
else console.log('\n== e2e: skipped, for there is no build to test');

for (const name of totals.skippedNames) console.log(`skipped: ${name}`);
console.log(said(totals));
process.exitCode = totals.failed === 0 ? 0 : 1;

/** A step that passes or fails as one. */
async function step(name: string, script: string, args: readonly string[]): Promise<boolean> {
  const passed = (await run(name, script, args, 10 * MINUTE)) === 0;
  totals = add(totals, { ...NOTHING, passed: passed ? 1 : 0, failed: passed ? 0 : 1 });
  return passed;
}

/** Projects of vitest, in one run of it, counted test by test. */
async function tests(name: 'unit' | 'e2e', projects: readonly string[]): Promise<void> {
  const report = join(REPORTS, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', ...projects.flatMap((project) => ['--project', project]), ...reporters];
  const code = await run(name, bin('vitest', 'vitest.mjs', '.'), args, 40 * MINUTE);
  totals = add(totals, readReport(report, code === 0));
}

/** Runs a package's own command with this very Node, its output passed straight on; gives its exit code. */
function run(name: string, script: string, args: readonly string[], limitMs: number): Promise<number> {
  console.log(`\n== ${name}`);
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit', timeout: limitMs });
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('close', (code, signal) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const end = signal === 'SIGTERM' ? `stopped after ${limitMs / MINUTE} minutes` : code === 0 ? 'passed' : 'did not pass';
      console.log(`== ${name}: ${end}, ${seconds} s`);
      resolve(code ?? 1);
    });
  });
}

function bin(packageName: string, file: string, folder = 'bin'): string {
  return join('node_modules', packageName, folder, file);
}
