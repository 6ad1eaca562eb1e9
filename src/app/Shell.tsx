import { Suspense, useMemo } from 'react';
import type { User } from '../../db/models/user.ts';
import { t } from '../i18n/text.ts';
import { Loading } from '../ui/loading.tsx';
import { AccountSlot, TopBar } from '../ui/top-bar.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { Frame } from './Frame.tsx';
import { MainNav } from './MainNav.tsx';
import { NetworkSign } from './NetworkSign.tsx';
import { later } from './later.ts';
import { screenKey, type Route } from './routes.ts';
import { Screen } from './Screen.tsx';
import { useKeysDialog } from './use-keys-dialog.ts';

const KeysDialog = later('keys', async () => (await import('./KeysDialog.tsx')).KeysDialog);

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
  const isPlayer = route.screen === 'lesson' || route.screen === 'asking';
  const bar = (
    <TopBar lead={<MainNav route={route} />}>
      <NetworkSign />
    </TopBar>
  );
  return (
    <AccountSlot value={account}>
      <Frame
        screen={`${user.id} ${screenKey(route)}`}
        title={route.screen === 'home' ? t('common.home') : null}
        bar={isPlayer ? null : bar}
        hasOwnMain={isPlayer}
      >
        <Suspense key={screenKey(route)} fallback={<Loading />}>
          <Screen user={user} route={route} />
        </Suspense>
      </Frame>
      {keys.state !== 'not yet' && (
        <Suspense>
          <KeysDialog isOpen={keys.state === 'open'} onClose={keys.close} singleKeys={singleKeys} />
        </Suspense>
      )}
    </AccountSlot>
  );
}
