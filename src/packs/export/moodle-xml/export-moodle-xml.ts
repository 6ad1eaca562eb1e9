import type { CodeLanguage } from '../../../../db/models/enums.ts';
import type { Assets, CourseDoc, LessonDoc } from '../../course-doc.ts';
import type { ExerciseSource } from '../../source/exercise-shapes.ts';
import { choice, matching, ordering, trueFalse } from './choice.ts';
import { codeRunner } from './code.ts';
import { notHeld, type Held } from './question-parts.ts';
import { withPictures } from './pictures.ts';
import { fillBlanks, freeForm, numeric, shortText } from './written.ts';
import { cannotBeXml, escapeXml, markdown, tag, value, words } from './xml.ts';

export interface MoodleExport {
  readonly xml: string;
  /** The exercises that Moodle has no way to hold, and why. */
  readonly left: readonly { readonly id: string; readonly reason: string }[];
}

/**
 * A course as questions for Moodle: a category for each lesson, its text as a description, words in Markdown, pictures
 * beside them. Read back, the exercises are the same; ids of their parts stand in attributes that Moodle passes over.
 */
export function exportMoodleXml({ course, lessons }: CourseDoc, assets: Assets = {}): MoodleExport {
  const left: { id: string; reason: string }[] = [];
  const questions = lessons.flatMap((lesson) => {
    const held = lesson.exercises.flatMap((source) => {
      const made = exerciseXml(source, course.programmingLanguage ?? null);
      if (!made.ok) left.push({ id: source.id, reason: made.error.reason });
      return made.ok ? [made.value] : [];
    });
    const bytesOf = (path: string): Uint8Array | undefined => {
      const whole = `lessons/${lesson.folder}/${path}`;
      return Object.hasOwn(assets, whole) ? assets[whole] : undefined;
    };
    return [...lessonXml(lesson), ...held].map((xml) => withPictures(xml, bytesOf));
  });
  return { xml: `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n\n')}\n</quiz>\n`, left };
}

function lessonXml({ head, content, folder }: LessonDoc): string[] {
  const title = head.title.replace(/\s+/g, ' ').trim();
  const category = tag('question', words('category', `$course$/top/${title.replaceAll('/', '//')}`), { type: 'category' });
  if (content.trim() === '' || cannotBeXml(content)) return [category];
  const parts = [tag('name', tag('text', escapeXml(title))), markdown('questiontext', content), value('defaultgrade', 0), value('idnumber', folder)];
  return [category, tag('question', `\n${parts.join('\n')}\n`, { type: 'description' })];
}

function exerciseXml(source: ExerciseSource, language: CodeLanguage | null): Held {
  const made = questionXml(source, language);
  return made.ok && cannotBeXml(made.value) ? notHeld('it has a character that XML cannot hold') : made;
}

function questionXml(source: ExerciseSource, language: CodeLanguage | null): Held {
  switch (source.type) {
    case 'MULTIPLE_CHOICE':
    case 'MULTI_SELECT':
      return choice(source);
    case 'TRUE_FALSE':
      return trueFalse(source);
    case 'SHORT_TEXT':
      return shortText(source);
    case 'NUMERIC':
      return numeric(source);
    case 'FREE_FORM':
      return freeForm(source);
    case 'FILL_BLANKS':
      return fillBlanks(source);
    case 'MATCHING':
      return matching(source);
    case 'ORDERING':
      return ordering(source);
    case 'CODE_COMPLETION':
    case 'FIX_BUG':
      return codeRunner(source, language);
    case 'PREDICT_OUTPUT':
      return notHeld('Moodle has no type for predicting what a program prints');
    case 'PARSONS':
      return notHeld('Moodle has no type for arranging lines of code');
  }
}
