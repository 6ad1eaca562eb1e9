import type { CourseDoc, LessonDoc } from '../../../../src/packs/course-doc.ts';
import type { ExerciseSource } from '../../../../src/packs/source/exercise-shapes.ts';

/** A course on its author's desk, to be edited at random. Lessons always are at least one. */
export interface Desk {
  readonly lessons: Draft[];
  readonly retired: { readonly lessons: Draft[]; readonly exercises: ExerciseSource[] };
  /** How many ids were given, and how many versions. */
  made: number;
  version: number;
}

interface Draft {
  head: LessonDoc['head'];
  readonly folder: string;
  exercises: ExerciseSource[];
}

export const COURSE = 'tea';

export function newDesk(): Desk {
  const desk: Desk = { lessons: [], retired: { lessons: [], exercises: [] }, made: 0, version: 0 };
  for (let i = 0; i < 3; i += 1) addLesson(desk);
  for (const [i, lesson] of desk.lessons.entries()) for (let j = 0; j <= i; j += 1) lesson.exercises.push(newExercise(desk, i + j));
  return desk;
}

/** Each keeps the rules that `compareVersions` asks for. `a`, `b`, `c`: where and how. */
export const EDITS = {
  'move an exercise': (desk: Desk, a: number, b: number, c: number) => {
    const [exercise] = takeExercise(desk, a);
    if (exercise !== undefined) put(pick(desk.lessons, b).exercises, exercise, c);
  },
  'move a lesson': (desk: Desk, a: number, b: number) => {
    const lesson = pick(desk.lessons, a);
    desk.lessons.splice(desk.lessons.indexOf(lesson), 1);
    put(desk.lessons, lesson, b);
  },
  'split a lesson': (desk: Desk, a: number, b: number) => {
    const lesson = pick(desk.lessons, a);
    const moved = lesson.exercises.splice(b % (lesson.exercises.length + 1));
    addLesson(desk, desk.lessons.indexOf(lesson) + 1).exercises.push(...moved);
  },
  'rename an exercise': (desk: Desk, a: number) =>
    change(desk, a, (exercise) => ({ ...exercise, id: `e${(desk.made += 1)}`, renamedFrom: exercise.renamedFrom ?? exercise.id })),
  'rename a lesson': (desk: Desk, a: number) => {
    const lesson = pick(desk.lessons, a);
    lesson.head = { ...lesson.head, id: `l${(desk.made += 1)}`, renamedFrom: lesson.head.renamedFrom ?? lesson.head.id };
  },
  'edit words': (desk: Desk, a: number, b: number) => change(desk, a, (exercise) => ({ ...exercise, prompt: `Is it ${b}?` })),
  'change an answer': (desk: Desk, a: number) => change(desk, a, (exercise) => ({ ...otherAnswer(exercise), rev: exercise.rev + 1 })),
  'make it optional or required': (desk: Desk, a: number) => change(desk, a, (exercise) => ({ ...exercise, required: !exercise.required })),
  'retire an exercise': (desk: Desk, a: number) => void desk.retired.exercises.push(...takeExercise(desk, a)),
  'retire a lesson': (desk: Desk, a: number, b: number) => {
    if (desk.lessons.length === 1) return;
    const lesson = pick(desk.lessons, a);
    desk.lessons.splice(desk.lessons.indexOf(lesson), 1);
    if (b % 2 === 0) desk.retired.exercises.push(...lesson.exercises);
    else pick(desk.lessons, b).exercises.push(...lesson.exercises);
    desk.retired.lessons.push({ ...lesson, exercises: [] });
  },
  'add an exercise': (desk: Desk, a: number, b: number, c: number) => put(pick(desk.lessons, a).exercises, newExercise(desk, b), c),
  'add a lesson': (desk: Desk, a: number) => void addLesson(desk, a),
  'bring an exercise back': (desk: Desk, a: number, b: number, c: number) => {
    const [exercise] = desk.retired.exercises.splice(a % Math.max(1, desk.retired.exercises.length), 1);
    if (exercise !== undefined) put(pick(desk.lessons, b).exercises, exercise, c);
  },
  'bring a lesson back': (desk: Desk, a: number, b: number) => {
    const [lesson] = desk.retired.lessons.splice(a % Math.max(1, desk.retired.lessons.length), 1);
    if (lesson !== undefined) put(desk.lessons, lesson, b);
  },
} as const;
export type Edit = keyof typeof EDITS;

/** The next version, as it would be released. */
export function release(desk: Desk): CourseDoc {
  desk.version += 1;
  const nameOf = ({ id, renamedFrom }: { readonly id: string; readonly renamedFrom?: string | undefined }): string => renamedFrom ?? id;
  const { retired } = desk;
  return structuredClone({
    course: {
      ...{ format: 1, id: COURSE, version: `${desk.version}.0.0`, title: 'Tea', description: 'About tea.', languages: ['en'] },
      ...{ level: 'BEGINNER', programmingLanguage: 'python', order: 0, licence: { text: 'CC-BY-4.0', code: 'MIT' }, authors: ['Ada'] },
      lessons: desk.lessons.map(({ folder }) => folder),
      retired: { lessons: retired.lessons.map(({ head }) => nameOf(head)), exercises: retired.exercises.map(nameOf) },
    },
    lessons: desk.lessons.map((lesson) => ({ ...lesson, content: 'Tea is ready.' })),
  } satisfies CourseDoc);
}

function addLesson(desk: Desk, at = desk.lessons.length): Draft {
  const id = `l${(desk.made += 1)}`;
  const lesson = { head: { id, title: id, objectives: ['Pour tea'], minutes: 1 }, folder: id, exercises: [] };
  put(desk.lessons, lesson, at);
  return lesson;
}

/** Graded by its key, by code, or by the learner. */
function newExercise(desk: Desk, kind: number): ExerciseSource {
  const id = `e${(desk.made += 1)}`;
  const shared = { id, rev: 1, prompt: `Is it ${id}?`, points: 1, required: true, hints: ['Look.'], source: undefined };
  if (kind % 3 === 0) return { ...shared, type: 'TRUE_FALSE', answer: true, why: { true: 'Yes.', false: 'No.' } };
  if (kind % 3 === 1) {
    const rubric = { criteria: ['It is warm'], sample: 'Warm.' };
    return { ...shared, type: 'FREE_FORM', accept: [], patterns: [], keywords: [], caseSensitive: false, mistakes: [], rubric };
  }
  const tests = [{ id: 't1', name: 'cups', visible: true, call: 'cups()', expect: '1' }];
  const constructs = { required: [], forbidden: [] };
  return { ...shared, type: 'CODE_COMPLETION', starter: 'def cups(): ___', solution: 'def cups(): return 1', tests, constructs, mistakes: [] };
}

function otherAnswer(exercise: ExerciseSource): ExerciseSource {
  if (exercise.type === 'TRUE_FALSE') return { ...exercise, answer: !exercise.answer };
  if (exercise.type === 'FREE_FORM') return { ...exercise, rubric: { criteria: [`It is ${exercise.rev} degrees`], sample: 'Warm.' } };
  if (exercise.type !== 'CODE_COMPLETION') return exercise;
  return { ...exercise, tests: exercise.tests.map((test) => ({ ...test, expect: String(exercise.rev + 1) })) };
}

const all = ({ lessons }: Desk): ExerciseSource[] => lessons.flatMap(({ exercises }) => exercises);

function change(desk: Desk, n: number, how: (exercise: ExerciseSource) => ExerciseSource): void {
  const target = pick([...all(desk), null], n);
  for (const lesson of desk.lessons) lesson.exercises = lesson.exercises.map((exercise) => (exercise === target ? how(exercise) : exercise));
}

function takeExercise(desk: Desk, n: number): ExerciseSource[] {
  const target = pick([...all(desk), null], n);
  for (const lesson of desk.lessons) lesson.exercises = lesson.exercises.filter((exercise) => exercise !== target);
  return target === null ? [] : [target];
}

/** Of a list that is not empty. */
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

const put = <T>(list: T[], item: T, at: number): void => void list.splice(at % (list.length + 1), 0, item);
