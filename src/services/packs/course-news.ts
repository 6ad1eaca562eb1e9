import type { Id } from '../../../db/models/ids.ts';

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
