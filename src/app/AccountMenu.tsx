import { ArrowLeftRight, HardDrive, Keyboard, Settings, UserPlus } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { User } from '../../db/models/user.ts';
import { useServices } from '../hooks/use-services.ts';
import { t } from '../i18n/text.ts';
import { Initials } from '../ui/initials.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { href } from '../ui/routes.ts';
import { later } from './later.ts';

const AddPerson = later('first-run', async () => (await import('../features/first-run/AddPerson.tsx')).AddPerson);

interface AccountMenuProps {
  user: User;
  users: readonly User[];
  onShowKeys: () => void;
}

/** Whose turn it is, and what belongs to them. */
export function AccountMenu({ user, users, onShowKeys }: AccountMenuProps) {
  const { profiles } = useServices();
  // Loaded at the first press, and kept: a dialog must close by itself to give the focus back.
  const [adding, setAdding] = useState<'not yet' | 'open' | 'closed'>('not yet');
  const others = users.filter(({ id }) => id !== user.id);
  return (
    <>
      <Menu label={t('common.account', { name: user.displayName })} face={<Initials name={user.displayName} />}>
        <p className="menu__title">{user.displayName}</p>
        <MenuItem icon={<HardDrive />} to={href.data}>{t('common.myData')}</MenuItem>
        <MenuItem icon={<Settings />} to={href.settings}>{t('common.settings')}</MenuItem>
        <MenuItem icon={<Keyboard />} onPress={onShowKeys}>{t('common.keys')}</MenuItem>
        <hr className="menu__rule" />
        {others.map(({ id, displayName }) => (
          <MenuItem key={id} icon={<ArrowLeftRight />} onPress={() => void profiles.switchTo(id)}>
            {t('common.switchTo', { name: displayName })}
          </MenuItem>
        ))}
        <MenuItem icon={<UserPlus />} onPress={() => setAdding('open')}>{t('common.addPerson')}</MenuItem>
      </Menu>
      {adding !== 'not yet' && (
        <Suspense>
          <AddPerson isOpen={adding === 'open'} onClose={() => setAdding('closed')} />
        </Suspense>
      )}
    </>
  );
}
