import type { ParsedCourse } from '../../../../src/packs/course-bundle.ts';
import { packErrorToText } from '../../../../src/packs/pack-error.ts';
import { parseCourse, type CourseFiles } from '../../../../src/packs/source/parse-course.ts';

export const LESSON = 'lessons/010-tea/lesson.md';

/** A small course without a flaw; `lesson` takes the place of what follows the front matter. */
export function courseFiles(lesson = 'Tea is ready.', more: CourseFiles = {}): CourseFiles {
  return {
    'course.yaml': [
      'format: 1',
      'id: tea',
      'version: 1.2.3',
      'title: Tea',
      'description: About tea.',
      'languages: [en]',
      'level: BEGINNER',
      'programmingLanguage: python',
      'licence: { text: CC-BY-4.0, code: MIT }',
      'authors: [Ada]',
      'lessons: [010-tea]',
      '',
    ].join('\n'),
    [LESSON]: `---\nid: first\ntitle: First cup\nobjectives: [Pour tea]\nminutes: 12\n---\n${lesson}`,
    ...more,
  };
}

/** A lesson of one sentence and these exercise blocks. The YAML of the first begins in line 10 of its file. */
export const lessonWith = (...blocks: readonly string[]): string =>
  ['Tea is ready.', ...blocks.map((block) => `:::exercise\n${block.trim()}\n:::`)].join('\n\n');

/** A good choice, to be spoilt line by line. */
export const CHOICE = `
id: tea.kind
type: MULTIPLE_CHOICE
prompt: Which?
options:
  - { id: green, text: Green, why: It is., correct: true }
  - { id: black, text: Black, why: It is not. }
hints: [Look at the leaf.]
`;

export const TRUE_FALSE = `
id: tea.hot
type: TRUE_FALSE
prompt: Is it hot?
answer: true
why: { true: It steams., false: It steams. }
hints: [Touch the cup.]
`;

export const CODE = `
id: tea.bill
type: CODE_COMPLETION
prompt: Finish it.
starter: |
  def bill(n):
      return ___
solution: |
  def bill(n):
      return n * 2
tests:
  - { id: t1, name: three, call: bill(3), expect: "6", visible: true }
hints: [Think of two cups.]
`;

export function parsed(files: CourseFiles): ParsedCourse {
  const result = parseCourse(files);
  if (!result.ok) throw new Error(result.error.findings.map(packErrorToText).join('\n'));
  return result.value;
}

/** What is wrong, as an author reads it; empty for a good course. */
export function findings(files: CourseFiles): string[] {
  const result = parseCourse(files);
  return result.ok ? [] : result.error.findings.map(packErrorToText);
}
