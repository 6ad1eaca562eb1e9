import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CodeLanguage } from '../../../../db/models/enums.ts';
import { HABITS } from '../../../../src/cli/track/languages.ts';
import { readExercise } from '../../../../src/cli/track/read-exercise.ts';

const fixture = (language: CodeLanguage, kind: string, slug: string) =>
  readExercise({ id: slug, slug, folder: `tests/fixtures/tracks/${language}/exercises/${kind}/${slug}` }, HABITS[language]);

/** An exercise `two-fer` of these files. */
function written(language: CodeLanguage, files: { readonly [path: string]: string | Uint8Array }) {
  const folder = join(mkdtempSync(join(tmpdir(), 'hornbook-track-')), 'two-fer');
  onTestFinished(() => rmSync(join(folder, '..'), { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return readExercise({ id: 'two-fer', slug: 'two-fer', folder }, HABITS[language]);
}

const PY_TEST = 'def test_it():\n    assert True\n';
const JS_TEST = "test('it', () => {});\n";

describe('an exercise of a track', () => {
  it('has its data and its tests’ helpers beside the learner’s file', () => {
    const read = fixture('python', 'practice', 'tide-table');
    expect(read).toMatchObject({
      ok: true,
      value: {
        entry: 'tide_table.py',
        starter: { value: { 'tide_table.py': expect.stringContaining('pass') as string } },
        solution: { value: { 'tide_table.py': expect.stringContaining('max(') as string } },
        others: { 'tides.txt': expect.any(String) as string, 'tide_helpers.py': expect.any(String) as string },
        tests: [{ file: 'tide_table_test.py' }],
      },
    });
    expect(read.ok && Object.keys(read.value.others)).toHaveLength(2);
  });

  it('is named by the track’s patterns where its own config names no files', () => {
    expect(fixture('python', 'practice', 'lost-button')).toMatchObject({
      value: { entry: 'lost_button.py', solution: { value: { 'lost_button.py': expect.stringContaining('Wrong on purpose') as string } } },
    });
  });

  it('is read though its config is no JSON; tests of types alone are left out', () => {
    expect(fixture('typescript', 'practice', 'shell-count')).toMatchObject({
      value: { entry: 'shell-count.ts', tests: [{ file: 'shell-count.spec.ts' }], others: { 'shells.ts': expect.any(String) as string } },
    });
  });

  it('needs no config: names say what is what', () => {
    const read = written('javascript', {
      'two-fer.js': 'starter',
      'two-fer.test.js': JS_TEST,
      'package.json': '{}',
      'babel.config.js': '',
      'node_modules/x/index.js': '',
      'data/words.txt': 'one',
      '.meta/proof.ci.js': 'solution',
    });
    expect(read).toEqual({
      ok: true,
      value: {
        id: 'two-fer',
        entry: 'two-fer.js',
        starter: { ok: true, value: { 'two-fer.js': 'starter' } },
        solution: { ok: true, value: { 'two-fer.js': 'solution' } },
        others: { 'data/words.txt': 'one' },
        tests: [{ file: 'two-fer.test.js', source: JS_TEST }],
      },
    });
  });

  it('may have its example beside its tests, as older tracks do', () => {
    const read = written('python', { 'two_fer.py': 'starter', 'two_fer_test.py': PY_TEST, 'example.py': 'solution' });
    expect(read).toMatchObject({ value: { solution: { value: { 'two_fer.py': 'solution' } }, others: {} } });
  });

  it('leaves out what is not text', () => {
    const read = written('python', { 'two_fer.py': '', 'two_fer_test.py': PY_TEST, 'picture.png': new Uint8Array([137, 80, 0, 255]) });
    expect(read).toMatchObject({ ok: true, value: { others: {} } });
  });

  it('says which file is missing', () => {
    const noStarter = written('python', {
      '.meta/config.json': '{"files":{"solution":["a.py"],"test":["a_test.py"],"example":[".meta/b.py"]}}',
      'a_test.py': PY_TEST,
    });
    expect(noStarter).toMatchObject({
      value: {
        starter: { error: { reason: 'there is no a.py to begin with' } },
        solution: { error: { reason: 'there is no .meta/b.py' } },
      },
    });
    expect(written('python', { 'two_fer.py': '' })).toMatchObject({ error: { reason: 'there are no tests of this language' } });
    expect(written('python', { 'two_fer.py': '', 'two_fer_test.py': '# later' })).toMatchObject({
      error: { reason: 'no test stands in two_fer_test.py' },
    });
    expect(written('python', { '.meta/config.json': '{"files":{"test":["gone_test.py"]}}' })).toMatchObject({
      error: { reason: 'there is no gone_test.py' },
    });
    expect(written('typescript', { '.meta/config.json': '{"files":{"test":["a.tst.ts"]}}', 'a.tst.ts': JS_TEST })).toMatchObject({
      error: { reason: 'its tests are about types alone, which are not run' },
    });
  });
});
