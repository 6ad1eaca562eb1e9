import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/cli/track/report.ts';
import { inBrowser, temporaryFolder } from './browser.ts';
import { hornbook } from './hornbook.ts';

/** A whole track's worth of boots, beside everything else a machine may be doing. */
const LIMIT_MS = 300_000;
const TRACKS = resolve('tests/fixtures/tracks');

/** Of each exercise: how its solution and its starter fared. */
function outcomesIn(file: string): Record<string, readonly [string, string]> {
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  return Object.fromEntries(cases.map(({ id, solution, starter }) => [id, [solution.outcome, starter.outcome]]));
}

/** One passes with its data, one is wrong on purpose, one's starter passes as it is. */
const EXPECTED = {
  python: { 'lost-button': ['failed', 'failed'], 'tide-table': ['passed', 'failed'], 'tidy-shelf': ['passed', 'passed'] },
  javascript: { 'bread-oven': ['passed', 'passed'], 'kite-string': ['failed', 'failed'], 'lamp-lighter': ['passed', 'failed'] },
  typescript: { 'ferry-fare': ['failed', 'failed'], 'name-tag': ['passed', 'passed'], 'shell-count': ['passed', 'failed'] },
} as const;
/** The solution that is wrong on purpose is told with the first test that it did not pass. */
const FIRST_NOT_PASSED = {
  python: /lost-button +failed +test_no_more_than_all_are_lost: .*\(1 of 2 tests passed\)/,
  javascript: /kite-string +failed +the kite’s string › loses a metre at each knot: .*\(1 of 2 tests passed\)/,
  typescript: /ferry-fare +failed +the ferry › takes dogs for nothing: .*\(1 of 2 tests passed\)/,
} as const;
const LANGUAGES = ['python', 'javascript', 'typescript'] as const;

inBrowser('hornbook run-track', () => {
  it.each(LANGUAGES)('tells which solutions and starters of a %s track pass, and the first test that one did not', async (language) => {
    const folder = temporaryFolder();
    const ended = await hornbook(folder, ['run-track', join(TRACKS, language), '--language', language, '--json', 'out.json']);
    expect(outcomesIn(join(folder, 'out.json'))).toEqual(EXPECTED[language]);
    expect(ended.stdout).toMatch(/solutions passed {2}2 {2}of {2}3\nstarters passed {3}1 {2}of {2}3\n.* s in browser/);
    expect(ended.stdout).toMatch(FIRST_NOT_PASSED[language]);
    expect(ended.code).toBe(1);
  }, LIMIT_MS);

  it('ends with 0 when every solution passes, of those that are asked for or of one exercise by its folder', async () => {
    const some = [join(TRACKS, 'typescript'), '--language', 'typescript', '--only', 'name-*,shell-count'];
    const one = [join(TRACKS, 'javascript/exercises/practice/lamp-lighter'), '--language', 'javascript', '--trusted'];
    for (const args of [some, one]) expect((await hornbook(temporaryFolder(), ['run-track', ...args])).code).toBe(0);
  });

  it('ends soon after Ctrl+C, with what was done', async () => {
    const folder = temporaryFolder();
    const args = ['run-track', join(TRACKS, 'python'), '--language', 'python', '--json', 'out.json', '--jobs', '1'];
    const ended = await hornbook(folder, args, 'Starting');
    expect(ended.code).toBe(130);
    if (existsSync(join(folder, 'out.json'))) {
      expect((JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as Report).isComplete).toBe(false);
    }
  });
});

describe('hornbook run-track --trusted', () => {
  it.each(LANGUAGES)('says the same of a %s track, in Node, and that it is no sandbox there', async (language) => {
    const folder = temporaryFolder();
    const args = ['run-track', join(TRACKS, language), '--language', language, '--json', 'out.json', '--trusted'];
    const ended = await hornbook(folder, args);
    expect(outcomesIn(join(folder, 'out.json'))).toEqual(EXPECTED[language]);
    expect(ended.stderr).toContain('an engine is no sandbox');
    expect(ended.code).toBe(1);
  }, LIMIT_MS);
});
