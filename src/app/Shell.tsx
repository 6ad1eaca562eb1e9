import { lazy, Suspense, useMemo } from 'react';
import type { User } from '../../db/models/user.ts';
import { CourseLibrary } from '../features/course-library/CourseLibrary.tsx';
import { CourseOverview } from '../features/course-overview/CourseOverview.tsx';
import { Dashboard } from '../features/dashboard/Dashboard.tsx';
import { MyData } from '../features/my-data/MyData.tsx';
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx';
import { Loading } from '../ui/loading.tsx';
import { AccountSlot, TopBar } from '../ui/top-bar.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { Frame } from './Frame.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { MainNav } from './MainNav.tsx';
import { NetworkSign } from './NetworkSign.tsx';
import { NotFound } from './NotFound.tsx';
import type { Route } from './routes.ts';
import { useKeysDialog } from './use-keys-dialog.ts';

const LessonPlayer = lazy(() => import('../features/lesson-player/LessonPlayer.tsx'));

interface ShellProps {
  user: User;
  users: readonly User[];
  route: Route;
  singleKeys: boolean;
}

/** The bar, the screen of the address, and the table of keys over them. */
export function Shell({ user, users, route, singleKeys }: ShellProps) {
  const keys = useKeysDialog(singleKeys);
  const { open } = keys;
  const account = useMemo(() => <AccountMenu user={user} users={users} onShowKeys={open} />, [user, users, open]);
  const isPlayer = route.screen === 'lesson';
  const bar = (
    <TopBar lead={<MainNav route={route} />}>
      <NetworkSign />
    </TopBar>
  );
  return (
    <AccountSlot value={account}>
      <Frame route={route} shown={user.id} bar={isPlayer ? null : bar} hasOwnMain={isPlayer}>
        <Suspense fallback={<Loading />}>
          <Screen user={user} route={route} />
        </Suspense>
      </Frame>
      <KeysDialog isOpen={keys.isOpen} onClose={keys.close} singleKeys={singleKeys} />
    </AccountSlot>
  );
}

function Screen({ user, route }: { user: User; route: Route }) {
  const userId = user.id;
  switch (route.screen) {
    case 'home':
      return <Dashboard user={user} />;
    case 'library':
      return <CourseLibrary userId={userId} />;
    case 'course':
      return <CourseOverview key={route.courseId} userId={userId} courseId={route.courseId} />;
    case 'lesson':
      return (
        <LessonPlayer
          key={route.lessonId}
          userId={userId}
          lessonId={route.lessonId}
          {...(route.exerciseId === null ? {} : { exerciseId: route.exerciseId })}
        />
      );
    case 'data':
      return <MyData user={user} />;
    case 'settings':
      return <SettingsScreen user={user} />;
    case 'not-found':
      return <NotFound />;
  }
}
