import type { CourseFiles } from '../../../../src/packs/source/parse-course.ts';
import { CHOICE, courseFiles, lessonWith, TRUE_FALSE } from './course-files.ts';

export const GERMAN_COURSE = 'course.de.yaml';
export const GERMAN_LESSON = 'lessons/010-tea/lesson.de.md';

/** The choice of the small course, in German. */
export const WAHL = `
id: tea.kind
prompt: Welcher?
options:
  - { id: green, text: Grüner, why: Er ist es. }
  - { id: black, text: Schwarzer, why: Er ist es nicht. }
hints: [Sieh dir das Blatt an.]
`;

/** The small course, of a choice and a statement, with its German: all but the statement. `lesson` takes the place of what follows the front matter. */
export function translatedFiles(lesson = `Der Tee ist fertig.\n\n:::exercise\n${WAHL.trim()}\n:::\n`, more: CourseFiles = {}): CourseFiles {
  const files = courseFiles(lessonWith(CHOICE, TRUE_FALSE));
  return {
    ...files,
    'course.yaml': (files['course.yaml'] ?? '').replace('[en]', '[en, de]'),
    [GERMAN_COURSE]: 'title: Tee\ndescription: Von Tee.\n',
    [GERMAN_LESSON]: `---\ntitle: Erste Tasse\nobjectives: [Tee eingießen]\n---\n${lesson}`,
    ...more,
  };
}
