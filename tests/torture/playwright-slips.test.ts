import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const SLIPS = join(import.meta.dirname, 'hostile/playwright-slips.ts');
const inChild = (stack: string) => {
  const script = `
    const { onPlaywrightSlip } = await import(${JSON.stringify(SLIPS)});
    onPlaywrightSlip(() => console.log('heard'));
    setTimeout(() => console.log('went on'), 50);
    setImmediate(() => { throw Object.assign(new Error('gone'), { stack: ${JSON.stringify(stack)} }); });`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { encoding: 'utf8' });
  return { status, stdout: stdout.trim(), stderr };
};

it('what Playwright throws of itself is heard, and the torture goes on', () => {
  const stack = 'Error: gone\n    at x (/node_modules/playwright-core/lib/a.js:1:1)\n    at emit (node:events:1:1)';
  expect(inChild(stack)).toMatchObject({ status: 0, stdout: 'heard\nwent on' });
});

it('what we throw through it ends the process', () => {
  const stack = 'Error: ours\n    at y (/tests/torture/hostile/arena.ts:1:1)\n    at x (/node_modules/playwright-core/lib/a.js:1:1)';
  const { status, stdout, stderr } = inChild(stack);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('Error: ours');
});
