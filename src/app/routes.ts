import { parse } from 'regexparam';
import type { Id } from '../../db/models/ids.ts';

export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'library' }
  | { readonly screen: 'add' }
  | { readonly screen: 'data' }
  | { readonly screen: 'restore' }
  | { readonly screen: 'settings' }
  | { readonly screen: 'review' }
  | { readonly screen: 'asking' }
  | { readonly screen: 'course'; readonly courseId: Id }
  | { readonly screen: 'lesson'; readonly lessonId: Id; readonly exerciseId: Id | null }
  | { readonly screen: 'not-found' };

const NOT_FOUND: Route = { screen: 'not-found' };

const TABLE: readonly [pattern: string, toRoute: (ids: Ids) => Route][] = [
  ['/', () => ({ screen: 'home' })],
  ['/library', () => ({ screen: 'library' })],
  ['/add', () => ({ screen: 'add' })],
  ['/data', () => ({ screen: 'data' })],
  ['/restore', () => ({ screen: 'restore' })],
  ['/settings', () => ({ screen: 'settings' })],
  ['/review', () => ({ screen: 'review' })],
  ['/review/session', () => ({ screen: 'asking' })],
  ['/course/:courseId', ({ courseId }) => ({ screen: 'course', courseId: courseId ?? '' })],
  ['/learn/:lessonId/:exerciseId?', ({ lessonId, exerciseId }) => ({ screen: 'lesson', lessonId: lessonId ?? '', exerciseId: exerciseId ?? null })],
];
type Ids = Readonly<Record<string, Id | undefined>>;

const routes = TABLE.map(([pattern, toRoute]) => ({ ...parse(pattern), toRoute }));

/** `hash` as the address bar has it: '', '#/', '#/course/python-intro%3Acourse'. */
export function routeOf(hash: string): Route {
  const path = hash.replace(/^#/, '') || '/';
  for (const { pattern, keys, toRoute } of routes) {
    const match = pattern.exec(path);
    if (match === null) continue;
    try {
      const found = match as readonly (string | undefined)[];
      return toRoute(Object.fromEntries(keys.map((key, i) => [key, decode(found[i + 1])])));
    } catch {
      return NOT_FOUND;
    }
  }
  return NOT_FOUND;
}

/** What tells one screen from another: moving within a lesson is no change of screen. */
export function screenKey(route: Route): string {
  if (route.screen === 'course') return `course ${route.courseId}`;
  if (route.screen === 'lesson') return `lesson ${route.lessonId}`;
  return route.screen;
}

/** Throws on an address that was cut in the middle of an escape. */
const decode = (step: string | undefined): string | undefined => (step === undefined ? undefined : decodeURIComponent(step));
