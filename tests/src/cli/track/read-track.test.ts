import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { CodeLanguage } from '../../../../db/models/enums.ts';
import { readTrack } from '../../../../src/cli/track/read-track.ts';
import { toExercise as toRunExercise } from '../../../../src/cli/track/to-exercise.ts';
import { importExercism } from '../../../../src/packs/import/exercism/import-exercism.ts';
import { importedShape } from '../../../../src/packs/source/exercise-shapes.ts';
import { toExercise } from '../../../../src/packs/source/to-exercise.ts';
import * as v from 'valibot';

/** A track of these files. */
function written(files: { readonly [path: string]: string }) {
  const folder = mkdtempSync(join(tmpdir(), 'hornbook-track-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

function read(path: string, language: CodeLanguage | null = null) {
  const track = readTrack(path, language);
  if (!track.ok) throw new Error(track.error.message);
  return track.value;
}

const exercise = (slug: string, meta: object = {}) => ({
  [`exercises/practice/${slug}/${slug}.js`]: '// begin',
  [`exercises/practice/${slug}/${slug}.spec.js`]: "test('it', () => {});\n",
  [`exercises/practice/${slug}/.meta/proof.ci.js`]: 'export const a = 1;',
  [`exercises/practice/${slug}/.meta/config.json`]: JSON.stringify({ blurb: `About ${slug}.`, ...meta }),
  [`exercises/practice/${slug}/.docs/instructions.md`]: '# Instructions',
  [`exercises/practice/${slug}/.docs/instructions.append.md`]: 'More.',
});
const CONFIG = {
  language: 'JavaScript',
  exercises: {
    practice: [
      { slug: 'two', name: 'Second', uuid: 'u-2', difficulty: 5 },
      { slug: 'one', name: 'First', uuid: 'u-1', status: 'deprecated' },
    ],
  },
};

test('a track is read in its own order, with names, authors and licence', () => {
  const folder = written({
    'config.json': JSON.stringify(CONFIG),
    LICENSE: 'MIT License',
    ...exercise('zero', { authors: ['ada', 'bob'] }),
    ...exercise('one', { authors: ['bob', 'cy'] }),
    ...exercise('two'),
  });
  const track = read(folder);
  expect(track).toMatchObject({ title: 'JavaScript track', language: 'javascript', licence: 'MIT', authors: ['bob', 'cy', 'ada'] });
  expect(track.exercises.map(({ slug, uuid, name, difficulty, state }) => [slug, uuid, name, difficulty, state])).toEqual([
    ['two', 'u-2', 'Second', 5, ''],
    ['one', 'u-1', 'First', null, 'deprecated'],
    ['zero', null, 'Zero', null, ''],
  ]);
  expect(track.exercises[0]).toMatchObject({ blurb: 'About two.', docs: { instructions: '# Instructions', appends: ['', 'More.'] }, read: { ok: true } });
  expect(read(join(folder, 'exercises/practice/two')).exercises).toHaveLength(1);
});

test('a track without config or licence is one too', () => {
  const track = read(written({ ...exercise('two-fer'), 'exercises/practice/two-fer/README.md': '# Old words' }));
  expect(track).toMatchObject({ title: null, licence: null, authors: [], exercises: [{ name: 'Two Fer', uuid: null }] });
  expect(readTrack('/no/such/folder', null)).toMatchObject({ ok: false, error: { type: 'NoExercises' } });
});

test('a file outside its exercise is not read, whatever a config names', () => {
  const folder = written({ secret: 'secret', ...exercise('two', { files: { solution: ['two.js'], test: ['two.spec.js'], example: ['../../../secret'] } }) });
  expect(JSON.stringify(read(folder))).not.toContain('"secret"');
});

test('an imported exercise runs exactly what run-track runs', () => {
  for (const language of ['python', 'javascript', 'typescript'] as const) {
    const track = read(`tests/fixtures/tracks/${language}`);
    expect(track.language).toBe(language);
    const items = importExercism(track).lessons.flatMap(({ items }) => items);
    const taken = items.flatMap(({ exercise, title }) => (exercise === null ? [] : [{ exercise, title }]));
    expect(taken.length).toBeGreaterThan(0);
    for (const { exercise, title } of taken) {
      const found = track.exercises.find(({ name }) => name === title)?.read;
      if (found?.ok !== true) throw new Error(title);
      const run = toRunExercise(language, found.value);
      const source = v.parse(importedShape, { ...exercise, id: 'x', source: { format: 'exercism' } });
      const row = toExercise(source, { packId: 'p', lessonId: 'l', order: 1, level: 'BEGINNER', language });
      expect(row).toMatchObject({ language: run.language, starter: run.starter });
      // What the runner is given for the solution, data and helpers beside it.
      expect('answerKey' in row && row.answerKey).toEqual({ files: { ...run.starter.files, ...run.answerKey.files } });
      expect(row.tests?.map((each) => ({ ...each, id: '' }))).toEqual(run.tests.map((each) => ({ ...each, id: '' })));
    }
  }
});
