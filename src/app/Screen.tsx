import type { User } from '../../db/models/user.ts';
import { Dashboard } from '../features/dashboard/Dashboard.tsx';
import { later } from './later.ts';
import { NotFound } from './NotFound.tsx';
import type { Route } from './routes.ts';

const AddCourse = later('add-course', async () => (await import('../features/add-course/AddCourse.tsx')).AddCourse);
const CourseLibrary = later('library', async () => (await import('../features/course-library/CourseLibrary.tsx')).CourseLibrary);
const CourseOverview = later(['course', 'add-course'], async () => (await import('../features/course-overview/CourseOverview.tsx')).CourseOverview);
const LessonPlayer = later(['player', 'answers'], async () => (await import('../features/lesson-player/LessonPlayer.tsx')).default);
const MyData = later('my-data', async () => (await import('../features/my-data/MyData.tsx')).MyData);
const RestoreBackup = later('restore', async () => (await import('../features/restore-backup/RestoreBackup.tsx')).RestoreBackup);
const Asking = later(['review', 'player', 'answers'], async () => (await import('./Asking.tsx')).Asking);
const Review = later('review', async () => (await import('../features/review/Review.tsx')).Review);
const SettingsScreen = later('settings', async () => (await import('../features/settings/SettingsScreen.tsx')).SettingsScreen);

/** The screen of a route. Home is there from the start; the others come with their words when first opened. */
export function Screen({ user, route }: { user: User; route: Route }) {
  const userId = user.id;
  switch (route.screen) {
    case 'home':
      return <Dashboard user={user} />;
    case 'library':
      return <CourseLibrary userId={userId} />;
    case 'add':
      return <AddCourse />;
    case 'course':
      return <CourseOverview key={route.courseId} userId={userId} courseId={route.courseId} />;
    case 'lesson': {
      const { lessonId, exerciseId } = route;
      return <LessonPlayer key={lessonId} userId={userId} lessonId={lessonId} {...(exerciseId === null ? {} : { exerciseId })} />;
    }
    case 'data':
      return <MyData user={user} />;
    case 'restore':
      return <RestoreBackup />;
    case 'review':
      return <Review userId={userId} />;
    case 'asking':
      return <Asking userId={userId} />;
    case 'settings':
      return <SettingsScreen user={user} />;
    case 'not-found':
      return <NotFound />;
  }
}
