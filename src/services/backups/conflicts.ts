import type { Draft, DraftAnswer } from '../../../db/models/draft.ts';
import type { Exercise } from '../../../db/models/exercise.ts';
import type { EpochMs, Id } from '../../../db/models/ids.ts';
import type { Tombstone } from '../../../db/models/tombstone.ts';
import type { Dumps, Repositories } from '../../../db/repositories.ts';
import type { TableName } from '../../../db/tables.ts';
import type { BackupRow } from '../backup-file.ts';
import { isSame } from '../journal/verify.ts';
import type { Rows } from './sift.ts';

/** Something that is one way here and another in the file; the learner says which. */
export interface Conflict {
  readonly id: string;
  /** `place`: where one is in a course. `erased`: erased on the other device, not on this one. */
  readonly kind: 'profile' | 'draft' | 'note' | 'setting' | 'place' | 'message' | 'erased';
  /** Whose it is, by the display name here. */
  readonly who: string;
  /** The course, the exercise's lesson, the setting's key; empty where there is nothing to add. */
  readonly about: string;
  readonly here: ConflictSide;
  readonly file: ConflictSide;
  readonly proposed: Side;
}
export type Side = 'here' | 'file';
export interface ConflictSide {
  /** What it is, as text; of `erased` how many answers. */
  readonly words: string;
  readonly at: EpochMs | null;
}
/** With what is to be written where the file's side is chosen. */
export interface FoundConflict extends Conflict {
  readonly table: TableName;
  readonly row: BackupRow;
}

/** Fields in which a difference is one that a learner would want to know of. */
const TOLD = {
  users: { kind: 'profile', fields: ['displayName', 'email', 'preferences', 'passwordHash'] },
  drafts: { kind: 'draft', fields: ['answer'] },
  notes: { kind: 'note', fields: ['body', 'quote'] },
  settings: { kind: 'setting', fields: ['value'] },
  chatMessages: { kind: 'message', fields: ['content', 'status', 'citations', 'context'] },
  progressSnapshots: { kind: 'place', fields: ['currentLessonId'] },
} as const satisfies Partial<Record<TableName, { kind: Conflict['kind']; fields: readonly string[] }>>;

/** Looks up what is here under the ids of the rows. Call it in a transaction over all tables. */
export async function findConflicts(repositories: Repositories, dumps: Dumps, rows: Rows): Promise<FoundConflict[]> {
  const found: FoundConflict[] = [];
  for (const [table, { kind, fields }] of Object.entries(TOLD) as [keyof typeof TOLD, (typeof TOLD)[keyof typeof TOLD]][]) {
    const candidates = rows[table].filter(isAsked);
    const stored = await repositories.lookUp(table, candidates.map(({ id }) => id));
    for (const [i, row] of candidates.entries()) {
      const here = (stored[i] ?? null) as BackupRow | null;
      if (here === null || fields.every((field) => isSame(here[field], row[field]))) continue;
      if (kind === 'place' && (here.currentLessonId === null || row.currentLessonId === null)) continue;
      found.push({
        id: `${table}/${row.id}`,
        kind,
        table,
        row,
        who: await nameOf(repositories, typeof row.userId === 'string' ? row.userId : row.id),
        about: await aboutOf(repositories, table, row),
        here: { words: await wordsOf(repositories, table, here), at: timeOf(here) },
        file: { words: await wordsOf(repositories, table, row), at: timeOf(row) },
        proposed: (timeOf(row) ?? 0) > (timeOf(here) ?? 0) ? 'file' : 'here',
      });
    }
  }
  for (const row of rows.tombstones) found.push(...(await erasedElsewhere(repositories, dumps, row)));
  return found;
}

/** What the app notes for itself is no question: the device's own settings, and that a course has changed. */
const isAsked = ({ userId, key }: BackupRow): boolean =>
  userId !== null && !(typeof key === 'string' && key.startsWith('courseChange/'));

async function erasedElsewhere(repositories: Repositories, dumps: Dumps, row: BackupRow): Promise<FoundConflict[]> {
  const tombstone = row as unknown as Tombstone;
  const known = await repositories.tombstones.get(tombstone.userId, tombstone.courseId);
  if (known !== null && known.erasedAt >= tombstone.erasedAt) return [];
  const covered = await dumps.coveredBy(tombstone);
  if (Object.values(covered).every(({ length }) => length === 0)) return [];
  const course = tombstone.courseId === null ? null : await repositories.courses.getById(tombstone.courseId, { includeDeleted: true });
  const words = String(covered.exerciseAttempts?.length ?? 0);
  return [
    {
      id: `tombstones/${row.id}`,
      kind: 'erased',
      table: 'tombstones',
      row,
      who: await nameOf(repositories, tombstone.userId),
      about: course?.title ?? '',
      here: { words, at: null },
      file: { words, at: tombstone.erasedAt },
      // To lose something is never what happens by itself.
      proposed: 'here',
    },
  ];
}

const timeOf = ({ updatedAt, createdAt }: BackupRow): EpochMs | null =>
  typeof updatedAt === 'number' ? updatedAt : typeof createdAt === 'number' ? createdAt : null;

async function nameOf(repositories: Repositories, userId: Id): Promise<string> {
  return (await repositories.users.getById(userId, { includeDeleted: true }))?.displayName ?? '';
}

async function aboutOf(repositories: Repositories, table: TableName, row: BackupRow): Promise<string> {
  if (table === 'settings') return String(row.key);
  if (table === 'progressSnapshots') {
    return (await repositories.courses.getById(String(row.courseId), { includeDeleted: true }))?.title ?? '';
  }
  const exercise = typeof row.exerciseId === 'string' ? await repositories.exercises.getById(row.exerciseId) : null;
  const lessonId = table === 'notes' ? String(row.lessonId) : (exercise?.lessonId ?? null);
  const lesson = lessonId === null ? null : await repositories.lessons.getById(lessonId, { includeDeleted: true });
  return lesson?.title ?? '';
}

async function wordsOf(repositories: Repositories, table: TableName, row: BackupRow): Promise<string> {
  switch (table) {
    case 'users':
      return [row.displayName, row.email].filter((word) => typeof word === 'string').join(', ');
    case 'drafts': {
      const draft = row as unknown as Draft;
      return answerWords(draft.answer, await repositories.exercises.getById(draft.exerciseId));
    }
    case 'progressSnapshots':
      return (await repositories.lessons.getById(String(row.currentLessonId), { includeDeleted: true }))?.title ?? '';
    case 'notes':
      return String(row.body);
    case 'chatMessages':
      return String(row.content);
    default:
      return typeof row.value === 'string' ? row.value : JSON.stringify(row.value);
  }
}

/** What a learner would know it by: their code, their text, the option they had chosen. */
function answerWords(answer: DraftAnswer, exercise: Exercise | null): string {
  if ('files' in answer) return Object.values(answer.files).join('\n');
  if ('text' in answer) return answer.text;
  const options: readonly { readonly id: string }[] = Array.isArray(exercise?.options) ? (exercise.options as { id: string }[]) : [];
  const named = (id: string): string => {
    const option = options.find((one) => one.id === id);
    return option !== undefined && 'text' in option ? String(option.text) : id;
  };
  if ('optionId' in answer) return answer.optionId === null ? '' : named(answer.optionId);
  if ('optionIds' in answer) return answer.optionIds.map(named).join(', ');
  if ('value' in answer) return answer.value === null ? '' : named(String(answer.value));
  if ('blanks' in answer) return Object.values(answer.blanks).join(', ');
  if ('pairs' in answer) return Object.entries(answer.pairs).map((pair) => pair.join(' – ')).join(', ');
  return 'itemIds' in answer ? answer.itemIds.join(', ') : answer.lines.map((line) => JSON.stringify(line)).join('\n');
}
