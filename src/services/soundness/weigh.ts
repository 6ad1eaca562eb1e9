import type { Id } from '../../../db/models/ids.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { walk, type Walk } from './walk.ts';
import { createWhereAbout } from './where-about.ts';

/** Bytes of the rows as JSON in UTF-8, as a backup file holds them. On the disk they take more, or less. */
export interface Weights {
  readonly rows: number;
  readonly bytes: number;
  /** By course id: its lessons and exercises. */
  readonly content: ReadonlyMap<Id, number>;
  /** By user id: all that is theirs. */
  readonly users: ReadonlyMap<Id, number>;
  /** By user id, then course id: what they did in it. */
  readonly history: ReadonlyMap<Id, ReadonlyMap<Id, number>>;
}

const CONTENT = ['courses', 'lessons', 'exercises'];

export async function weigh(strict: Repositories, options: Pick<Walk, 'pause'> = {}): Promise<Weights> {
  const about = createWhereAbout();
  const encoder = new TextEncoder();
  const content = new Map<Id, number>();
  const users = new Map<Id, number>();
  const history = new Map<Id, Map<Id, number>>();
  let [rows, bytes] = [0, 0];
  await walk(strict, {
    ...options,
    onPage(table, page) {
      about.learn(table, page);
      for (const { row } of page) {
        const weight = encoder.encode(JSON.stringify(row)).length;
        const courseId = about.courseOf(table, row);
        const userId = about.userOf(table, row);
        rows += 1;
        bytes += weight;
        if (CONTENT.includes(table) && courseId !== null) add(content, courseId, weight);
        if (userId === null) continue;
        add(users, userId, weight);
        if (courseId === null) continue;
        const own = history.get(userId) ?? new Map<Id, number>();
        history.set(userId, own);
        add(own, courseId, weight);
      }
    },
  });
  return { rows, bytes, content, users, history };
}

const add = (sums: Map<Id, number>, id: Id, weight: number): void => void sums.set(id, (sums.get(id) ?? 0) + weight);
