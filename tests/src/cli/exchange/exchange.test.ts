import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { translatedFiles } from '../../packs/source/translated-files.ts';
import { courseFolder, run, temporaryFolder, write, type Ended } from '../author/course-folder.ts';

const EVERY_TYPE = 'tests/fixtures/courses/every-type';
const GIFT = `$CATEGORY: Tea

// [id:kind]
::Kind:: Which leaf is green? { =sencha#Yes. ~assam#That one is black. }

::Broken:: What? { ~a ~b }

::Wet:: Tea is wet. {T}
`;
const json = ({ printed }: Ended): unknown => JSON.parse(printed);
const lines = ({ printed }: Ended): unknown[] => printed.split('\n').map((line) => JSON.parse(line) as unknown);

async function imported(folder = temporaryFolder()) {
  write(folder, { 'tea.gift': GIFT });
  const [pack, report] = [join(folder, 'tea.hornpack'), join(folder, 'report.json')];
  const ended = await run('import', join(folder, 'tea.gift'), '--out', pack, '--report', report);
  return { ended, pack, report: JSON.parse(readFileSync(report, 'utf8')) as { items: readonly Record<string, unknown>[] } };
}

test('build writes one file of a course, the same bytes each time, and says what is in it', async () => {
  const folder = temporaryFolder();
  const [first, second] = [join(folder, 'a.hornpack'), join(folder, 'b.hornpack')];
  const told = await run('build', EVERY_TYPE, '--out', first, '--json');
  expect(told.code).toBe(0);
  expect(json(told)).toMatchObject({ file: first, id: 'every-type', hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  await run('build', EVERY_TYPE, '--out', second);
  expect(readFileSync(second)).toEqual(readFileSync(first));
});

test('build tells what is wrong, and writes nothing', async () => {
  const folder = courseFolder();
  write(folder, { 'lessons/010-leaves/lesson.md': '---\nid: a\n---\nTea.' });
  const out = join(temporaryFolder(), 'a.hornpack');
  const told = await run('build', folder, '--out', out);
  expect(told.code).toBe(1);
  expect(told.printed).toContain('lesson.md:2: title: expected a title, found nothing');
  expect(() => readFileSync(out)).toThrow();
  expect((await run('build', folder, '--out', join(out, 'none', 'b.hornpack'), '--json')).code).toBe(1);
  expect((await run('build', EVERY_TYPE, '--out', join(out, 'none', 'b.hornpack'))).noted).toContain('cannot be written');
});

test('inspect tells lessons, exercises, types, ids and where they come from', async () => {
  const { pack } = await imported();
  expect(json(await run('inspect', pack, '--json'))).toMatchObject({
    course: { id: 'tea', lessons: 1 },
    lessons: [
      {
        title: 'Tea',
        exercises: [
          { id: 'kind', type: 'MULTIPLE_CHOICE', sourceId: 'kind', source: { format: 'gift', file: 'tea.gift' }, choices: [{ text: 'sencha' }, { text: 'assam' }] },
          { type: 'TRUE_FALSE', prompt: 'Tea is wet.', choices: null },
        ],
      },
    ],
    assets: [],
  });
  expect((await run('inspect', pack)).printed).toContain('MULTIPLE_CHOICE kind  Which leaf is green?');
  expect(await run('inspect', join(pack, 'none'))).toMatchObject({ code: 2 });
});

test('a course in two languages is linted, built, inspected and written as a folder again', async () => {
  const [folder, out] = [temporaryFolder(), temporaryFolder()];
  write(folder, translatedFiles());
  const pack = join(out, 'tea.hornpack');
  expect((await run('lint', folder)).printed).toBe('tea 1.2.3: 1 lesson, 2 exercises, nothing to mend.\nde: 73 % translated; the rest shows in en.');
  expect((await run('build', folder, '--out', pack)).code).toBe(0);
  expect(json(await run('inspect', pack, '--json'))).toMatchObject({ languages: [{ language: 'en', translated: 1 }, { language: 'de', translated: 11 / 15 }] });
  expect((await run('inspect', pack)).printed).toContain('de: 73 % translated; the rest shows in en.');
  expect((await run('export', pack, '--format', 'source', '--out', join(out, 'tea'))).code).toBe(0);
  const again = join(out, 'again.hornpack');
  await run('build', join(out, 'tea'), '--out', again);
  expect(readFileSync(again)).toEqual(readFileSync(pack));
});

test('import has a line for each item found, and one bad item takes nothing else along', async () => {
  const { ended, report } = await imported();
  expect(ended.code).toBe(0);
  expect(ended.printed).toMatch(/^3 found: 2 imported, 0 degraded, 1 skipped\.\n {2}skipped, 1×: /);
  expect(report.items.map(({ id, type, status }) => ({ id, type, status }))).toEqual([
    { id: 'kind', type: 'MULTIPLE_CHOICE', status: 'imported' },
    { id: null, type: expect.any(String) as string, status: 'skipped' },
    { id: 'wet', type: 'TRUE_FALSE', status: 'imported' },
  ]);
});

test('import takes a folder of many formats, each for what it looks like', async () => {
  const folder = temporaryFolder();
  write(folder, {
    'a/tea.gift': '::Wet:: Tea is wet. {T}',
    'b.txt': 'Which leaf is green?\nA. sencha\nB. assam\nANSWER: A\n',
    'c.xml': '<quiz><question type="truefalse"><name><text>Hot</text></name><questiontext format="plain_text"><text>Tea is hot.</text></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>',
    'cards.csv': 'front,back\ntea in Swahili,chai\n',
    'broken.xml': '<quiz><question',
    'notes.rtf': 'not for us',
  });
  const out = join(folder, 'all.hornpack');
  const report = json(await run('import', folder, '--out', out, '--title', 'All of it', '--author', 'Ada', '--licence', 'MIT', '--json')) as { items: { file: string; status: string }[] };
  expect(report.items.map(({ file, status }) => `${file.split('/').at(-1) ?? ''} ${status}`).sort()).toEqual([
    'b.txt imported', 'broken.xml skipped', 'c.xml imported', 'cards.csv imported', 'tea.gift imported',
  ]);
  expect(json(await run('inspect', out, '--json'))).toMatchObject({ course: { title: 'All of it', authors: ['Ada'], licence: { text: 'MIT' } } });
});

test('import says what it cannot do, and writes no pack of nothing', async () => {
  const folder = temporaryFolder();
  write(folder, { 'a.gift': '::Broken:: What? { ~a ~b }' });
  const [file, out] = [join(folder, 'a.gift'), join(folder, 'a.hornpack')];
  expect(await run('import', file, '--out', out)).toMatchObject({ code: 1, printed: expect.stringContaining('no pack is written') as string });
  expect(() => readFileSync(out)).toThrow();
  for (const [args, words] of [
    [[file], 'no pack to write is named'],
    [[file, '--out', out, '--format', 'word'], 'there is no format word'],
    [[join(folder, 'none'), '--out', out], 'does not exist'],
    [[folder, '--out', out, '--format', 'anki'], 'holds no file of the format anki'],
    [[file, '--out', out, '--id', 'A B'], '--id A B is none'],
  ] as const) {
    const told = await run('import', ...args);
    expect(told).toMatchObject({ code: 2, noted: expect.stringContaining(words) as string });
  }
});

test('grade gives each answer its verdict by the app’s own grader', async () => {
  const { pack } = await imported();
  const answers = join(temporaryFolder(), 'answers.jsonl');
  writeFileSync(answers, [
    '{"exerciseId":"kind","answer":"sencha"}',
    '{"exerciseId":"tea:kind","answer":"assam"}',
    '{"exerciseId":"wet","answer":true}',
    '',
    '{"exerciseId":"wet","answer":"perhaps"}',
    '{"exerciseId":"nobody","answer":1}',
    'no json',
  ].join('\n'));
  const told = await run('grade', pack, '--answers', answers, '--json');
  expect(told.code).toBe(1);
  expect(lines(told)).toEqual([
    { exerciseId: 'kind', verdict: 'PASSED', score: 1, say: 'Yes.', error: null },
    { exerciseId: 'tea:kind', verdict: 'FAILED', score: 0, say: 'That one is black.', error: null },
    { exerciseId: 'wet', verdict: 'PASSED', score: 1, say: null, error: null },
    { exerciseId: 'wet', verdict: null, score: 0, say: null, error: 'line 5: an answer to TRUE_FALSE is true or false' },
    { exerciseId: 'nobody', verdict: null, score: 0, say: null, error: 'line 6: there is no exercise "nobody" in the course' },
    { exerciseId: null, verdict: null, score: 0, say: null, error: 'line 7: expected {"exerciseId": …, "answer": …}' },
  ]);
});

test('grade runs code, here in Node for a course of our own', async () => {
  const answers = join(temporaryFolder(), 'answers.jsonl');
  const contents = json(await run('inspect', EVERY_TYPE, '--json')) as { lessons: { exercises: { id: string; type: string }[] }[] };
  const code = contents.lessons.flatMap(({ exercises }) => exercises).find(({ type }) => type === 'FIX_BUG');
  writeFileSync(answers, `${JSON.stringify({ exerciseId: code?.id, answer: 'nothing of the kind' })}\n`);
  const told = await run('grade', EVERY_TYPE, '--answers', answers, '--json', '--trusted', '--jobs', '1');
  expect(lines(told)).toMatchObject([{ exerciseId: code?.id, verdict: 'ERRORED', score: 0 }]);
  expect(told).toMatchObject({ code: 0, noted: expect.stringContaining('an engine is no sandbox') as string });
}, 60_000);

test('exported as its source, a course is built into the very same pack', async () => {
  const folder = temporaryFolder();
  const [a, b, source] = [join(folder, 'a.hornpack'), join(folder, 'b.hornpack'), join(folder, 'source')];
  await run('build', EVERY_TYPE, '--out', a);
  expect(await run('export', a, '--format', 'source', '--out', source)).toMatchObject({ code: 0 });
  expect(await run('build', source, '--out', b)).toMatchObject({ code: 0, noted: '' });
  expect(readFileSync(b)).toEqual(readFileSync(a));
  expect(await run('export', a, '--format', 'source', '--out', source)).toMatchObject({ code: 2, noted: expect.stringContaining('not a new or empty folder') as string });
});

test.each(['gift', 'moodle-xml', 'csv'])('export as %s says what it leaves out, and comes back in', async (format) => {
  const folder = temporaryFolder();
  const { pack } = await imported(folder);
  const file = join(folder, `out.${format === 'moodle-xml' ? 'xml' : format}`);
  const told = await run('export', pack, '--format', format, '--out', file, '--json');
  expect(json(told)).toMatchObject({ out: file, written: 2 });
  const again = join(folder, 'again.hornpack');
  expect(await run('import', file, '--format', format, '--out', again)).toMatchObject({ code: 0 });
  const exercises = async (of: string) => (json(await run('inspect', of, '--json')) as { lessons: { exercises: Record<string, unknown>[] }[] }).lessons
    .flatMap((lesson) => lesson.exercises);
  expect((await exercises(again)).map(({ id, type, prompt, choices }) => ({ id, type, prompt, choices })))
    .toEqual((await exercises(pack)).map(({ id, type, prompt, choices }) => ({ id, type, prompt, choices })));
});
