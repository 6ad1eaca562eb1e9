import { fields, flag, nullable, number, oneOf, text, words } from '../checks.ts';
import type { Course } from '../models/course.ts';
import { CodeLanguage, DifficultyLevel } from '../models/enums.ts';
import { row, softDeletable, timestamps } from './fields.ts';
import type { TableRules } from './rules.ts';

export const courseRules: TableRules<Course> = {
  shape: fields<Course>({
    ...row,
    ...timestamps,
    ...softDeletable,
    title: words,
    slug: words,
    description: text,
    difficulty: oneOf(DifficultyLevel),
    language: words,
    programmingLanguage: nullable(oneOf(CodeLanguage)),
    order: number,
    isPublished: flag,
  }),
  times: 'created and updated',
  isImmutable: false,
  unique: [{ field: 'slug', index: 'slug', keyOf: (course) => course.slug, valueOf: (course) => course.slug }],
  references: [],
  hidden: (course) => ({ isLive: course.deletedAt === null ? 1 : 0 }),
};
