import type { Id } from '../../../db/models/ids.ts';

/** On its way from one screen to another, in memory: files dropped on the library, and what became of one on its course's page. */

let files: readonly File[] = [];

/** Keeps them until `#/add` takes them; the next ones take their place. */
export function handFiles(dropped: readonly File[]): void {
  files = dropped;
}

/** Gives them once. */
export function takeFiles(): readonly File[] {
  const taken = files;
  files = [];
  return taken;
}

/** A course that was just taken from a file. */
export interface CourseNews {
  readonly courseId: Id;
  readonly how: 'added' | 'updated' | 'back';
  readonly title: string;
  readonly version: string;
}
let news: CourseNews | null = null;

export function tellNews(told: CourseNews): void {
  news = told;
}

/** Gives it once, to the course that it is of; whatever else waited is forgotten. */
export function takeNews(courseId: Id): CourseNews | null {
  const taken = news;
  news = null;
  return taken?.courseId === courseId ? taken : null;
}
