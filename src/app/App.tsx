import { Suspense, useSyncExternalStore } from 'react';
import type { User } from '../../db/models/user.ts';
import { useLive } from '../hooks/use-live.ts';
import { useServices } from '../hooks/use-services.ts';
import type { Settings } from '../services/settings-service.ts';
import { Loading } from '../ui/loading.tsx';
import { Frame } from './Frame.tsx';
import { later } from './later.ts';
import type { Route } from './routes.ts';
import { Shell } from './Shell.tsx';
import { StrayErrors } from './StrayErrors.tsx';
import { UndoProvider } from './UndoProvider.tsx';
import { useAppearance } from './use-appearance.ts';
import { useRoute } from './use-route.ts';

const RecoveryNotice = later('recovery', async () => (await import('./RecoveryNotice.tsx')).RecoveryNotice);
const FirstRun = later('first-run', async () => (await import('../features/first-run/FirstRun.tsx')).FirstRun);
const WhoIsLearning = later('first-run', async () => (await import('../features/first-run/WhoIsLearning.tsx')).WhoIsLearning);

/** Reads who is learning, puts their look on the page, and keeps bugs and undo within reach whatever is up. */
export function App() {
  const { profiles, settings, recovery: { news } } = useServices();
  const hasNews = useSyncExternalStore(news.subscribe, news.get) !== null;
  const route = useRoute();
  const who = useLive(async () => {
    const [user, users] = await Promise.all([profiles.current(), profiles.list()]);
    return { user, users, settings: await settings.values(user?.id ?? null) };
  }, [profiles, settings]);
  const ready = who.state === 'ready' ? who.value : null;
  useAppearance(ready?.settings ?? null);

  return (
    <StrayErrors>
      <UndoProvider>
        <Suspense>{hasNews && <RecoveryNotice />}</Suspense>
        {ready === null && <Loading />}
        {ready !== null && <Front {...ready} route={route} />}
      </UndoProvider>
    </StrayErrors>
  );
}

interface FrontProps {
  user: User | null;
  users: readonly User[];
  settings: Settings;
  route: Route;
}

/** Who is learning decides what is up: the first run, the choice of a profile, or the screen of the address. */
function Front({ user, users, settings, route }: FrontProps) {
  if (user !== null) return <Shell key={user.id} user={user} users={users} route={route} singleKeys={settings.singleKeys} />;
  const isFirst = users.length === 0;
  return (
    <Frame screen={isFirst ? 'first run' : 'who is learning'}>
      <Suspense>{isFirst ? <FirstRun /> : <WhoIsLearning users={users} />}</Suspense>
    </Frame>
  );
}
