import { afterAll, beforeAll, expect, it } from 'vitest';
import { explained, readMistakes } from '../../src/core/explain/javascript/programs.ts';
import { inBrowser } from '../browser.ts';
import { openRunnerPage, type RunnerPage } from './page.ts';

/** For some 600 programs, each in a sandbox of its own. */
const LIMIT_MS = 600_000;

inBrowser('JavaScript’s errors, explained', () => {
  let runner: RunnerPage;
  beforeAll(async () => {
    runner = await openRunnerPage();
  });
  afterAll(() => runner.close());

  it('each program makes the mistake that its rule knows', { timeout: LIMIT_MS }, async () => {
    const wrong: unknown[] = [];
    for (const { rule, line, isChecked, program } of readMistakes()) {
      const tests = [{ id: 'call', kind: 'call', call: '1' }] as const;
      const { error } = await (isChecked ? runner.check({ ...program, tests }) : runner.run({ ...program, stdin: '' }));
      const found = explained(error, program);
      if (found?.rule !== rule || (found.place?.line ?? null) !== line) wrong.push({ wanted: [rule, line], found, error, files: program.files });
    }
    expect(wrong).toEqual([]);
  });
});
