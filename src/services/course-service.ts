import type { Course } from '../../db/models/course.ts';
import type { Id } from '../../db/models/ids.ts';
import { isReadToday } from '../packs/bundle-mark.ts';
import type { CourseBundle } from '../packs/course-bundle.ts';
import { dismissChange, readChange, type CourseChange } from './course-change.ts';
import { readDevice } from './device-state.ts';
import type { Environment } from './environment.ts';
import { NoRoom } from './failures.ts';
import { readHome } from './read-home.ts';
import { readLesson, readOverview } from './read-lesson.ts';
import { VIEW_TABLES, readCourses, summaryOf } from './read-library.ts';
import type { CourseOverview, CourseSummary, HomeView, LessonView } from './views.ts';

export interface CourseService {
  /** Installs the bundled courses that are new or changed, and reads those from files again that an older app read; does nothing when called again. */
  installBundled(): Promise<void>;
  /** Changes the course's rows in place by id; never touches an attempt, a fact or a draft (R6). Throws NoRoom first of all. */
  install(bundle: CourseBundle): Promise<void>;
  library(userId: Id): Promise<CourseSummary[]>;
  /** Takes the course out of the library; all history stays (R6). */
  remove(courseId: Id): Promise<void>;
  /** Undoes `remove`: the course is as the app last brought it. */
  bringBack(courseId: Id): Promise<void>;
  /** By order, removed ones too. */
  all(): Promise<Course[]>;
  overview(userId: Id, courseId: Id): Promise<CourseOverview | null>;
  lesson(userId: Id, lessonId: Id): Promise<LessonView | null>;
  home(userId: Id): Promise<HomeView>;
  /** What an update of the course did to the learner's percentage, until they have seen it; null when nothing (R8). */
  change(userId: Id, courseId: Id): Promise<CourseChange | null>;
  dismissChange(userId: Id, courseId: Id): Promise<void>;
}

export function createCourseService(environment: Environment): CourseService {
  const { strict, relaxed, platform, bundledCourses } = environment;
  return {
    async installBundled() {
      const installed = await readDevice(relaxed, 'installedPacks');
      for (const { packId, mark, load } of bundledCourses()) {
        if (installed[packId] !== mark) await (await installer()).installBundle(relaxed, await load());
      }
      const bundled = new Set(bundledCourses().map(({ packId }) => packId));
      const old = Object.keys(installed).filter((packId) => !bundled.has(packId) && !isReadToday(installed[packId] ?? ''));
      if (old.length > 0) await (await import('./packs/reread-packs.ts')).rereadPacks(environment, old);
    },
    async install(bundle) {
      const { missingRoomFor } = await import('./room.ts');
      const missing = await missingRoomFor(JSON.stringify(bundle), platform.storage);
      if (missing > 0) throw new NoRoom(missing);
      await (await installer()).installBundle(relaxed, bundle);
    },
    library: (userId) =>
      strict.read(VIEW_TABLES, async () => (await readCourses(strict, userId)).map(summaryOf)),
    async remove(courseId) {
      await strict.courses.delete(courseId);
    },
    async bringBack(courseId) {
      await strict.courses.restore(courseId);
    },
    all: () => strict.courses.getAll({ includeDeleted: true }),
    overview: (userId, courseId) => strict.read(VIEW_TABLES, () => readOverview(strict, userId, courseId)),
    lesson: (userId, lessonId) => strict.read(VIEW_TABLES, () => readLesson(strict, userId, lessonId)),
    home: (userId) => strict.read(VIEW_TABLES, () => readHome(strict, userId)),
    change: (userId, courseId) => readChange(strict, userId, courseId),
    dismissChange: (userId, courseId) => dismissChange(strict, userId, courseId),
  };
}

/** Fetched for a course that is new or changed: most starts bring none. */
const installer = () => import('./install-course.ts');
