import { expect, it } from 'vitest';
import { nodeSandbox } from '../../../../src/cli/trusted/node-sandbox.ts';
import type { FrameMessage } from '../../../../src/runner/sandbox/messages.ts';

it('a thread that is removed while it boots is said to be gone, at once and once', async () => {
  const sandbox = await nodeSandbox();
  const heard: FrameMessage[] = [];
  sandbox.listen((message) => void heard.push(message));
  sandbox.startWorker({ scripts: ['setInterval(() => 0, 1000);'], data: null });
  sandbox.remove();
  expect(heard).toEqual([{ type: 'gone' }]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(heard).toHaveLength(1);
});
