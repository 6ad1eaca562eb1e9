import { afterAll, beforeAll, expect, it } from 'vitest';
import { explained, readMistakes } from '../../src/core/explain/javascript/programs.ts';
import { inBrowser } from '../browser.ts';
import { openRunnerPage, type RunnerPage } from './page.ts';

/** Each program takes a sandbox of its own, all of them six minutes; what they raise stands beside them, for the tests without a browser. */
const ONE_OF = 10;
const LIMIT_MS = 300_000;

inBrowser('JavaScript’s errors, explained', () => {
  let runner: RunnerPage;
  beforeAll(async () => {
    runner = await openRunnerPage();
  });
  afterAll(() => runner.close());

  it('one of ten programs makes the mistake that its rule knows, in a browser as in its record', { timeout: LIMIT_MS }, async () => {
    const wrong: unknown[] = [];
    for (const { rule, line, isChecked, program } of readMistakes().filter((_, i) => i % ONE_OF === 0)) {
      const tests = [{ id: 'call', kind: 'call', call: '1' }] as const;
      const { error } = await (isChecked ? runner.check({ ...program, tests }) : runner.run({ ...program, stdin: '' }));
      const found = explained(error, program);
      if (found?.rule !== rule || (found.place?.line ?? null) !== line) wrong.push({ wanted: [rule, line], found, error, files: program.files });
    }
    expect(wrong).toEqual([]);
  });
});
