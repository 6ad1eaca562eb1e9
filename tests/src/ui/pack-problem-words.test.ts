import { expect, it } from 'vitest';
import { PACK_LIMITS } from '../../../src/packs/pack/open-pack.ts';
import { badPack, type BadPack } from '../../../src/packs/pack/bad-pack.ts';
import { LARGEST_FILE, packProblemWords, type PackProblem } from '../../../src/ui/pack-problem-words.ts';

const REASONS: { readonly [R in BadPack['reason']]: true } = {
  NotAPack: true,
  Damaged: true,
  Unsafe: true,
  TooLarge: true,
  NeedsNewerApp: true,
  BadContent: true,
};
const bad = (Object.keys(REASONS) as BadPack['reason'][]).map((reason) => badPack(reason, 'Why.', { needs: '2.1.0' }));
const problems: readonly PackProblem[] = [
  ...bad,
  { type: 'IdTaken', id: 'tea', title: 'Tea and cake' },
  { type: 'Cancelled' },
  { type: 'QuotaExceeded', missing: 3_000_000 },
  { type: 'QuotaExceeded' },
  { type: 'StaleTab' },
  { type: 'StoreFailed' },
  { type: 'DataNewerThanApp' },
];

it('each problem has words of its own, for what it is and for what to do, and none says that something failed', () => {
  const said = problems.map((problem) => packProblemWords(problem, '0.1.0'));
  for (const { title, why } of said) {
    expect(title).toMatch(/\S/);
    expect(why).toMatch(/\S/);
    expect(title + why).not.toMatch(/fail|error|[{}]/i);
  }
  expect(new Set(said.map(({ why }) => why)).size).toBe(problems.length);
  expect(new Set(bad.map((problem) => packProblemWords(problem, '0.1.0').title)).size).toBe(bad.length);
});

it('names what it is about: the version that is needed and the one that is here, the other course, the room', () => {
  const newer = packProblemWords(badPack('NeedsNewerApp', '', { needs: '2.1.0' }), '0.1.0');
  expect(newer).toMatchObject({ title: expect.stringContaining('Hornbook 2.1.0') as string, why: expect.stringContaining('Hornbook 0.1.0') as string });
  expect(packProblemWords({ type: 'IdTaken', id: 'tea', title: 'Tea and cake' }, '').why).toMatch(/“tea”.*“Tea and cake”/);
  expect(packProblemWords({ type: 'QuotaExceeded', missing: 3_000_000 }, '').why).toContain('3 MB');
});

it('a file may be as large as what a pack may unfold into', () => {
  expect(LARGEST_FILE).toBe(PACK_LIMITS.totalBytes);
});
