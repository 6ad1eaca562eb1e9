import type { CourseDoc } from '../../packs/course-doc.ts';
import type { ExerciseSource } from '../../packs/source/exercise-shapes.ts';
import { openCourse } from '../author/open-course.ts';
import { readArgs } from '../author/read-args.ts';
import { spokenLanguages, translatedWords } from '../author/tell-languages.ts';
import { countOf, tellFindings } from '../author/tell-findings.ts';
import { refusalOf, type Terminal } from '../terminal.ts';
import type { Verb } from '../verb.ts';

const USAGE = `hornbook inspect FOLDER|PACK [--json]

Tells what is in a course: its lessons and exercises with their types and ids, and where imported ones come from.

  --json   print { course, languages: [{ language, translated }], lessons: [{ id, title, folder, minutes, objectives, exercises:
           [{ id, type, title, sourceId, source, prompt, choices }] }], assets }; choices are the ids and words of options, items
           and blanks; translated is the share of all texts, from 0 to 1

  hornbook inspect names-1.0.0.hornpack
  hornbook inspect names-1.0.0.hornpack --json

Exit code: 0 it was read · 1 it cannot be used: the findings are told · 2 it could not be read as written.`;

export const inspectVerb: Verb = { usage: USAGE, run: inspectCommand };

/** Exit codes: see the usage. */
async function inspectCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { print } = terminal;
  const refuse = refusalOf('inspect', terminal);
  const read = readArgs('inspect', 'PACK', args, { json: { type: 'boolean' } });
  if (!read.ok) return refuse(read.error.message);
  const { subject, values } = read.value;
  const opened = await openCourse(subject);
  if (!opened.ok) {
    if (opened.error.type === 'Misused') return refuse(opened.error.message);
    if (values.json === true) print(JSON.stringify({ course: null, reason: opened.error.reason, findings: opened.error.findings }, null, 2));
    else tellFindings(opened.error, subject, terminal);
    return 1;
  }
  const { doc, assets } = opened.value;
  if (values.json === true) print(JSON.stringify({ ...contentsOf(doc), assets: Object.keys(assets) }, null, 2));
  else tellContents(doc, Object.keys(assets).length, print);
  return 0;
}

/** A course's outline as data; keys and solutions are left out. */
export const contentsOf = (doc: CourseDoc) => ({
  course: { ...doc.course, lessons: doc.lessons.length },
  languages: spokenLanguages(doc),
  lessons: doc.lessons.map(({ folder, head, exercises }) => ({ ...head, folder, exercises: exercises.map(exerciseOf) })),
});

const exerciseOf = (exercise: ExerciseSource) => ({
  id: exercise.id,
  type: exercise.type,
  title: firstLine(exercise.prompt),
  sourceId: exercise.source?.id ?? null,
  source: exercise.source ?? null,
  prompt: exercise.prompt,
  choices: choicesOf(exercise),
});

function choicesOf(exercise: ExerciseSource): unknown {
  const named = (list: readonly { readonly id: string; readonly text: string }[]) => list.map(({ id, text }) => ({ id, text }));
  switch (exercise.type) {
    case 'MULTIPLE_CHOICE':
    case 'MULTI_SELECT':
      return named(exercise.options);
    case 'ORDERING':
      return named(exercise.items);
    case 'MATCHING':
      return { left: named(exercise.left), right: named(exercise.right) };
    case 'FILL_BLANKS':
      return exercise.blanks.map(({ id, choices = null }) => ({ id, choices }));
    case 'PARSONS':
      return exercise.blocks;
    default:
      return null;
  }
}

function tellContents(doc: CourseDoc, assets: number, print: Terminal['print']): void {
  const { course, lessons } = doc;
  const exercises = lessons.reduce((sum, lesson) => sum + lesson.exercises.length, 0);
  print(`${course.title}  (${course.id} ${course.version})`);
  print(`by ${course.authors.join(', ')}; text ${course.licence.text}, code ${course.licence.code}`);
  print(`${countOf(lessons.length, 'lesson')}, ${countOf(exercises, 'exercise')}, ${countOf(assets, 'picture')}`);
  for (const spoken of spokenLanguages(doc).slice(1)) print(translatedWords(doc, spoken));
  for (const lesson of lessons) {
    print(`\n${lesson.head.title}  (${lesson.head.id}, ${lesson.head.minutes} min)`);
    for (const { id, type, prompt } of lesson.exercises) print(`  ${type.padEnd(16)}${id}  ${firstLine(prompt)}`);
  }
}

const LONGEST = 80;
function firstLine(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
