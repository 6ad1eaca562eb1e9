import { ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../../db/models/exercise-attempt.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { New } from '../../../db/models/row.ts';
import { grade } from '../../../src/core/grading/grade.ts';
import type { CourseDoc, Translation } from '../../../src/packs/course-doc.ts';
import { exportSource } from '../../../src/packs/export/source/export-source.ts';
import { createDirectReader } from '../../../src/packs/pack/direct-reader.ts';
import { promised } from '../../../src/packs/source/lint-by-grading.ts';
import { readCourse } from '../../../src/packs/source/parse-course.ts';
import { exercisesAsWritten, toBundle } from '../../../src/packs/to-bundle.ts';
import { bundleOf } from '../../../src/packs/row-lists.ts';
import { translated } from '../../../src/packs/translate.ts';
import { shareTranslated, textsOf } from '../../../src/packs/translation-texts.ts';
import { docOf, opened, packOf } from './pack/pack-files.ts';
import { translatedFiles } from './source/translated-files.ts';

/** Every type of exercise. */
const WHOLE = docOf(filesIn('tests/fixtures/courses/every-type'));

function filesIn(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(?:md|yaml)$/.test(path));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** Anything that YAML or Markdown could stumble over; too short to give a solution away. */
const word = fc.string({ unit: fc.constantFrom('ä', 'ß', '漢', '😀', '#', ':', '-', '*', '"', "'", '|', '\n', '|', '{', '@', '`', ' ', 'x'), minLength: 1, maxLength: 4 });

/** Some lessons of it with some of their exercises, and a translation of some of their words. */
const courses = fc
  .record({ kept: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), said: fc.array(fc.option(word, { nil: null }), { minLength: 11, maxLength: 11 }) })
  .map(({ kept, said }): CourseDoc => {
    const lessons = WHOLE.lessons.map((lesson, i) => ({ ...lesson, exercises: lesson.exercises.filter((_, at) => kept[(i + at) % kept.length] === true) }));
    const doc: CourseDoc = { course: { ...WHOLE.course, languages: ['en', 'de'] }, lessons };
    return { ...doc, translations: { de: inOtherWords(textsOf(doc), said) } };
  });

/** Each text in another, or left out; what has its place in a list is left out as a whole. */
function inOtherWords(texts: Translation, said: readonly (string | null)[]): Translation {
  let at = 0;
  const next = (): string | null => said[at++ % said.length] ?? null;
  const other = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      if (NAMES.includes(key)) return value;
      const mine = next();
      if (mine === null) return key === 'content' ? '' : undefined;
      // Gaps stay where they are.
      return key === 'text' ? `${at} ${mine} ${value}` : `${at} ${mine}`.trim();
    }
    if (Array.isArray(value)) {
      if (typeof value[0] === 'string') return next() === null ? undefined : value.map((_, i) => `${at} ${i} x`);
      const entries = value.map((entry) => other(entry, key));
      return WHOLE_ENTRIES.includes(key) ? entries.filter((entry) => Object.values(entry as object).length === 2) : entries;
    }
    const fields = Object.entries(value as object).map(([name, field]) => [name, other(field, name)] as const);
    return Object.fromEntries(fields.filter(([, field]) => field !== undefined));
  };
  return other(texts, '') as Translation;
}
const NAMES = ['id', 'answer', 'construct'];
/** Each of their entries has its name and its one text, or is left out. */
const WHOLE_ENTRIES = ['left', 'right', 'items', 'tests', 'mistakes', 'required', 'forbidden'];

/** Rows without what is only said. */
function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([name]) => !WORDS.includes(name));
  return Object.fromEntries(fields.map(([name, field]) => [name, LISTS.includes(name) && Array.isArray(field) ? field.length : withoutWords(field)]));
}
const WORDS = ['title', 'description', 'content', 'prompt', 'explanation', 'text', 'why', 'say', 'name', 'sample', 'objectives'];
const LISTS = ['hints', 'criteria'];

test('a translation changes words alone, and grades every answer alike', () => {
  fc.assert(
    fc.property(courses, word, (doc, answer) => {
      const [own, other] = [toBundle(doc), toBundle(doc, 'de')];
      expect(withoutWords({ ...other, course: { ...other.course, language: 'en' } })).toEqual(withoutWords(own));
      const german = exercisesAsWritten(translated(doc, 'de'));
      exercisesAsWritten(doc).forEach((exercise, i) => {
        const [one, same] = [exercise, german[i] ?? exercise].map(asRow);
        ok(one !== undefined && same !== undefined);
        for (const given of answersTo(one, answer)) {
          const [a, b] = [grade(one, given, null), grade(same, given, null)];
          expect([b.verdict, b.score]).toEqual([a.verdict, a.score]);
        }
      });
    }),
    { numRuns: 20 },
  );
});

test('as a folder and as a pack, a course comes back with its translations', async () => {
  await fc.assert(
    fc.asyncProperty(courses, async (doc) => {
      const read = readCourse(exportSource(doc));
      expect(read.ok ? read.value : read.error).toEqual(doc);
      expect(await (await opened(await packOf(doc))).read()).toEqual({ ok: true, value: doc });
    }),
    { numRuns: 5 },
  );
});

const asRow = (exercise: New<Exercise>): Exercise => ({ ...exercise, createdAt: 0, updatedAt: 0 });

/** Right ones, wrong ones, and what somebody may type. */
function answersTo(exercise: Exercise, text: string): Answer[] {
  const right = promised(exercise).map(({ answer }) => answer);
  switch (exercise.type) {
    case 'MULTIPLE_CHOICE':
      return [...right, ...exercise.options.map(({ id }): Answer => ({ type: 'MULTIPLE_CHOICE', optionId: id }))];
    case 'TRUE_FALSE':
      return [...right, { type: 'TRUE_FALSE', value: true }, { type: 'TRUE_FALSE', value: false }];
    case 'FREE_FORM':
    case 'SHORT_TEXT':
    case 'NUMERIC':
    case 'PREDICT_OUTPUT': {
      const { type } = exercise;
      return [...right, ...[text, ...exercise.mistakes.map(({ answer }) => answer)].map((one): Answer => ({ type, text: one }))];
    }
    case 'FILL_BLANKS':
      return [...right, { type: 'FILL_BLANKS', blanks: Object.fromEntries(exercise.answerKey.blanks.map(({ id }) => [id, text])) }];
    case 'ORDERING':
      return [...right, { type: 'ORDERING', itemIds: exercise.options.map(({ id }) => id).toReversed() }];
    default:
      return right;
  }
}

test('a reader gives rows in the language that is asked for, and says which lessons are not in it', async () => {
  const files = translatedFiles();
  const doc = docOf({ ...files, 'lessons/010-tea/lesson.de.md': '---\ntitle: Erste Tasse\n---\n' });
  const reader = createDirectReader('0.1.0');
  await reader.open(new Blob([await packOf(doc)]));
  const read = await reader.read(() => undefined, new AbortController().signal, 'de');
  ok(read.ok);
  expect(bundleOf(read.value.rows)).toEqual(toBundle(doc, 'de'));
  expect(read.value.untranslated).toEqual(['tea:first']);
  const own = await reader.read(() => undefined, new AbortController().signal);
  expect(own.ok && own.value.untranslated).toEqual([]);
});

test('how much of it is translated is told by its texts', () => {
  const all: CourseDoc = { ...WHOLE, translations: { de: textsOf(WHOLE) } };
  expect(translated(all, 'de')).toEqual(all);
  expect(shareTranslated(all, 'de')).toBe(1);
  expect(shareTranslated(all, 'fr')).toBe(0);
  // All but the prompt, the hint and the two reasons of the statement.
  expect(shareTranslated(docOf(translatedFiles()), 'de')).toBeCloseTo(11 / 15);
});
