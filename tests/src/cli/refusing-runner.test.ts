import { expect, it } from 'vitest';
import { refusingRunner } from '../../../src/cli/refusing-runner.ts';

const job = { language: 'javascript', files: { 'main.js': 'process.exit(3)' }, entry: 'main.js' } as const;

it('runs nothing, and gives nothing that could be graded right', async () => {
  expect(await refusingRunner.run({ ...job, stdin: '' })).toMatchObject({ outcome: 'died', output: [] });
  expect(await refusingRunner.check({ ...job, tests: [] })).toMatchObject({ outcome: 'died', runs: [] });
});
