import * as v from 'valibot';
import { CodeLanguage, DifficultyLevel } from '../../../db/models/enums.ts';
import { fields, id, listOf, oneOf, spdx, text, wholeFrom } from './shape-words.ts';

/** What an author writes about a course and a lesson. */

const FOLDER = 'the name of a folder in `lessons/`';
/** It becomes a path in packs. */
const lessonFolder = v.pipe(v.string(FOLDER), v.regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, FOLDER), v.maxLength(100, FOLDER));

const retiredIds = (what: string) =>
  v.optional(v.pipe(v.array(id, `a list of ids of ${what}s`), v.maxLength(100_000, 'at most 100000 ids')), []);

const LANGUAGE = 'a language tag such as `en`';
const LANGUAGES = 'at least one language tag, the language it is written in first';
/** The first is the course's own, the others are those it is translated into. Far more than any course speaks. */
const languages = v.pipe(
  listOf(v.pipe(v.string(LANGUAGE), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, LANGUAGE), v.maxLength(35, LANGUAGE)), LANGUAGES, 50),
  v.check((tags) => new Set(tags.map((tag) => tag.toLowerCase())).size === tags.length, 'each language once'),
);

export const courseShape = v.strictObject(
  {
    format: v.literal(1, '1, the only version of the format so far'),
    id,
    version: v.pipe(v.string('a version such as `1.0.0`'), v.regex(/^\d+\.\d+\.\d+$/, 'a version such as `1.0.0`')),
    title: text('a title'),
    slug: v.optional(id),
    description: text('a description in Markdown'),
    languages,
    level: oneOf(DifficultyLevel),
    programmingLanguage: v.optional(v.nullable(oneOf(CodeLanguage)), null),
    order: v.optional(wholeFrom(0, 'a whole number from 0'), 0),
    licence: v.strictObject({ text: spdx('text'), code: spdx('code') }, '`text` and `code`'),
    authors: listOf(text("an author's name"), "a list of authors' names"),
    lessons: listOf(lessonFolder, 'the folders of the lessons, in order', 20_000),
    /** What was in earlier versions and will not come again: histories hold on to these ids. */
    retired: v.optional(
      v.strictObject({ lessons: retiredIds('lesson'), exercises: retiredIds('exercise') }, '`lessons` and `exercises`, each a list of ids'),
    ),
  },
  fields,
);

const CAN = 'what the learner can do afterwards';
/** With an id it has a review card, known by it; exercises name what they ask for. */
const objective = v.union([text(CAN), v.strictObject({ id, text: text(CAN) }, '`id` and `text`')], `${CAN}: a text, or \`id\` and \`text\``);

export const frontMatterShape = v.strictObject(
  {
    id,
    /** The first id it ever had, under which learners' histories know it. */
    renamedFrom: v.optional(id),
    title: text('a title'),
    objectives: listOf(objective, `a list of ${CAN}`),
    minutes: wholeFrom(1, 'a whole number of minutes from 1 to 10000', 10_000),
  },
  fields,
);

export type CourseSource = v.InferOutput<typeof courseShape>;
export type FrontMatter = v.InferOutput<typeof frontMatterShape>;
