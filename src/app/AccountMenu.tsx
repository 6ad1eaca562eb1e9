import { ArrowLeftRight, HardDrive, Keyboard, Settings, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { User } from '../../db/models/user.ts';
import { AddPerson } from '../features/first-run/AddPerson.tsx';
import { useServices } from '../hooks/use-services.ts';
import { t } from '../i18n/text.ts';
import { Initials } from '../ui/initials.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { href } from '../ui/routes.ts';

interface AccountMenuProps {
  user: User;
  users: readonly User[];
  onShowKeys: () => void;
}

/** Whose turn it is, and what belongs to them. */
export function AccountMenu({ user, users, onShowKeys }: AccountMenuProps) {
  const { profiles } = useServices();
  const [isAdding, setAdding] = useState(false);
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
        <MenuItem icon={<UserPlus />} onPress={() => setAdding(true)}>{t('common.addPerson')}</MenuItem>
      </Menu>
      <AddPerson isOpen={isAdding} onClose={() => setAdding(false)} />
    </>
  );
}
