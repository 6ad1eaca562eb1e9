import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunResult } from '../../../src/core/run-result.ts';
import type { RunJob } from '../../../src/runner/runner.ts';
import { inBrowser } from '../browser.ts';
import { javascript, openRunnerPage, python, stdoutOf, type RunnerPage } from './page.ts';

inBrowser('a sandbox for each job', () => {
  let runner: RunnerPage;
  beforeAll(async () => {
    runner = await openRunnerPage();
  });
  afterAll(() => runner.close());

  it('leaves none behind but the spares', async () => {
    expect(stdoutOf(await runner.run(python('print("clean")')))).toBe('clean\n');
    expect(stdoutOf(await runner.run(javascript('console.log("clean")')))).toBe('clean\n');
    expect(await runner.page.locator('iframe').count()).toBeLessThanOrEqual(8);
  });

  /** Resolves once the program has written something; `result` when it has ended. */
  async function begun(job: RunJob): Promise<{ readonly result: Promise<RunResult> }> {
    const result = runner.page.evaluate((running) => {
      delete document.body.dataset.spoke;
      return window.runner.run(running, { onOutput: () => void (document.body.dataset.spoke = 'yes') });
    }, job);
    await runner.page.locator('body[data-spoke]').waitFor({ state: 'attached' });
    return { result };
  }

  it('stops a job on request, and a new job stops the one before', async () => {
    const loop = javascript('console.log("in"); for (;;) {}', { limits: { wallMs: 10_000 } });
    const stopped = await begun(loop);
    await runner.page.evaluate(() => window.runner.stop());
    expect(await stopped.result).toMatchObject({ outcome: 'stopped', output: [{ stream: 'stdout', text: 'in\n' }] });

    const first = await begun(loop);
    expect((await runner.run(javascript('console.log("second")'))).outcome).toBe('finished');
    expect((await first.result).outcome).toBe('stopped');
  });
});
