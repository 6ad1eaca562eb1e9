export interface Exercise {
  readonly type: string;
  readonly [field: string]: unknown;
}

const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
const ASKED = { prompt: 'What?', hints: ['Look.'] };
const MOST = 500;
const idOf = (i: number): string => `${'long-'.repeat(15)}${i}`;
const turned = (i: number): string[] => times(MOST, (at) => `i${(at + i) % MOST}`);
const mistakes = (n: number, answer: (i: number) => string) => times(n, (i) => ({ answer: answer(i), say: `Not yet ${i}.` }));
const DEEP_PATTERN = '(?:(?:a|b|c|d)?(?:a|b|c|d)?){90}x';

/** Exercises of which each part is allowed, and all together would keep a checker busy that compares each with each. */
export const HUGE_EXERCISES: readonly (readonly [name: string, exercise: () => Exercise])[] = [
  ['500 items that match nothing', () => ({
    ...{ type: 'MATCHING', ...ASKED, right: times(MOST, (i) => ({ id: idOf(i), text: `Right ${i}` })) },
    left: times(MOST, (i) => ({ id: `l${i}`, text: `Left ${i}`, match: `${idOf(i)}x`.slice(1) })),
  })],
  ['a match of a million letters', () => ({
    ...{ type: 'MATCHING', ...ASKED, right: times(MOST, (i) => ({ id: `r${i}`, text: `Right ${i}` })) },
    left: [{ id: 'l', text: 'Left', match: 'x'.repeat(1_000_000) }],
  })],
  ['500 orders of 500', () => ({ type: 'ORDERING', ...ASKED, items: times(MOST, (i) => ({ id: `i${i}`, text: `Item ${i}` })), orders: times(MOST, turned) })],
  ['500 orders of 500 blocks', () => ({
    ...{ type: 'PARSONS', ...ASKED, language: 'python', blocks: times(MOST, (i) => ({ id: `i${i}`, code: `line ${i}` })) },
    orders: times(MOST, turned),
  })],
  ['blocks of the same code', () => ({
    ...{ type: 'PARSONS', ...ASKED, language: 'python', blocks: times(MOST, (i) => ({ id: `i${i}`, code: 'x'.repeat(2000) })) },
    orders: times(3, turned),
  })],
  ['500 patterns and 500 mistakes', () => ({
    ...{ type: 'SHORT_TEXT', ...ASKED, accept: ['b'], patterns: times(MOST, () => DEEP_PATTERN), mistakes: mistakes(MOST, (i) => `${'abcd'.repeat(120)}${i}`) },
  })],
  ['500 answers and 500 patterns', () => ({ type: 'SHORT_TEXT', ...ASKED, accept: times(MOST, (i) => `${'abcd'.repeat(100)}${i}`), patterns: times(MOST, () => DEEP_PATTERN) })],
  ['20,000 mistakes', () => ({ type: 'SHORT_TEXT', ...ASKED, accept: ['b'], mistakes: mistakes(20_000, (i) => `wrong ${i}`) })],
  ['mistakes of whole outputs', () => ({ type: 'PREDICT_OUTPUT', ...ASKED, language: 'python', code: 'print(1)', stdout: '1', mistakes: mistakes(4000, (i) => `${'line\n'.repeat(50)}${i}`) })],
  ['mistakes of whole programs', () => ({
    ...{ type: 'FIX_BUG', ...ASKED, language: 'python', starter: 'x = 1', solution: 'x = 2', tests: [{ id: 't', name: 'T', stdout: '' }] },
    mistakes: mistakes(1000, (i) => `${'x = 1\n'.repeat(100)}y = ${i}`),
  })],
  ['a program without end', () => ({
    ...{ type: 'FIX_BUG', ...ASKED, language: 'javascript', starter: '('.repeat(100_000), solution: '['.repeat(1_000_000), tests: [{ id: 't', name: 'T', stdout: '' }] },
    constructs: { required: [{ construct: 'for', say: 'Use one.' }], forbidden: [] },
  })],
  ['3,000 units', () => ({ type: 'NUMERIC', ...ASKED, answer: 5, units: times(3000, (i) => ({ unit: `unit-${i}x` })) })],
  ['a number of many digits', () => ({ type: 'NUMERIC', ...ASKED, answer: 5, mistakes: mistakes(400, () => '1,'.repeat(5000)) })],
  ['500 blanks', () => ({ type: 'FILL_BLANKS', ...ASKED, text: times(MOST, (i) => `{{b${i}}}`).join(' '), blanks: times(MOST, (i) => ({ id: `b${i}`, accept: [`answer-${i}`] })) })],
  ['blanks that are none', () => ({ type: 'FILL_BLANKS', ...ASKED, text: times(20_000, (i) => `{{${idOf(i)}}}`).join(' '), blanks: times(MOST, (i) => ({ id: `b${i}`, accept: ['x'] })) })],
  ['a blank shown 100,000 times', () => ({ type: 'FILL_BLANKS', ...ASKED, text: '{{b}}'.repeat(100_000), blanks: times(MOST, () => ({ id: 'b', accept: ['x'] })) })],
  ['500 hints and long secrets', () => ({ type: 'SHORT_TEXT', prompt: 'What?', hints: times(MOST, (i) => `${'ab'.repeat(1000)}${i}`), accept: times(MOST, (i) => `${'ab'.repeat(400)}c${i}`) })],
  ['a million lines printed', () => ({ type: 'PREDICT_OUTPUT', ...ASKED, language: 'python', code: 'print(1)', stdout: '1\n'.repeat(1_000_000) })],
  ['very many files', () => ({
    ...{ type: 'FIX_BUG', ...ASKED, language: 'python', solution: 'x = 2', tests: [{ id: 't', name: 'T', stdout: '' }], entry: 'f1.py' },
    files: Object.fromEntries(times(20_000, (i) => [`f${i}.py`, 'x'])),
    solutions: Object.fromEntries(times(5000, (i) => [`g${i}.py`, 'x'])),
  })],
  ['rules without end', () => ({
    ...{ type: 'FIX_BUG', ...ASKED, language: 'python', starter: 'x = 1', solution: 'x = 2', tests: times(MOST, (i) => ({ id: `t${i}`, name: 'T', stdout: '' })) },
    constructs: { required: times(5000, (i) => ({ construct: `construct-${i}`, say: 'Not yet.' })), forbidden: [] },
  })],
  ['a picture that is none in every text', () => ({ type: 'SHORT_TEXT', ...ASKED, accept: ['b'], mistakes: mistakes(400, () => '![['.repeat(2000)) })],
  ['white space alone', () => ({ type: 'SHORT_TEXT', prompt: `${' '.repeat(500_000)}x${' \n'.repeat(500_000)}`, hints: [`a${' '.repeat(500_000)}b`], accept: [`x${' '.repeat(200_000)}y`] })],
  ['an id of a million letters', () => ({ type: 'TRUE_FALSE', ...ASKED, id: `${'a-'.repeat(500_000)}a`, answer: true, why: { true: 'Yes.', false: 'No.' } })],
  ['a file name of a million letters', () => ({ type: 'FIX_BUG', ...ASKED, language: 'python', file: `${'a/'.repeat(300_000)}!`, starter: 'x', solution: 'y', tests: [{ id: 't', name: 'T', stdout: '' }] })],
];
