import type { Id } from '../../db/models/ids.ts';
import type { CourseBundle } from '../packs/course-bundle.ts';
import type { CourseOverview, CourseSummary, HomeView, LessonView } from './views.ts';

export interface CourseService {
  /** Installs the bundled courses that are new or changed; does nothing when called again. */
  installBundled(): Promise<void>;
  /** Changes the course's rows in place by id; never touches an attempt, a fact or a draft (R6). */
  install(bundle: CourseBundle): Promise<void>;
  library(userId: Id): Promise<CourseSummary[]>;
  overview(userId: Id, courseId: Id): Promise<CourseOverview | null>;
  lesson(userId: Id, lessonId: Id): Promise<LessonView | null>;
  home(userId: Id): Promise<HomeView>;
}
