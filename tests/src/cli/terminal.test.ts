import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';

it('a reader who has read enough ends it without a word', { timeout: 60_000 }, async () => {
  const child = spawn(process.execPath, ['src/cli/hornbook.js', 'inspect', 'seeds/demo/python-intro', '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  expect(await once(child, 'close')).toEqual([141, null]);
  expect(said).toBe('');
});
