import { afterAll, beforeAll, expect, it } from 'vitest';
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

  it('stops a job on request, and a new job stops the one before', async () => {
    const loop = javascript('console.log("in"); for (;;) {}', { limits: { wallMs: 10_000 } });
    const stopped = runner.run(loop);
    await runner.page.waitForTimeout(1_500);
    await runner.page.evaluate(() => window.runner.stop());
    expect(await stopped).toMatchObject({ outcome: 'stopped', output: [{ stream: 'stdout', text: 'in\n' }] });

    const first = runner.run(loop);
    await runner.page.waitForTimeout(1_500);
    expect((await runner.run(javascript('console.log("second")'))).outcome).toBe('finished');
    expect((await first).outcome).toBe('stopped');
  });
});
