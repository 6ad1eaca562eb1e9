import { ArrowLeftRight, HardDrive, Keyboard, Settings, UserPlus } from 'lucide-react';
import type { User } from '../../db/models/user.ts';
import { useServices } from '../hooks/use-services.ts';
import { t } from '../i18n/text.ts';
import { MenuItem } from '../ui/menu-item.tsx';
import { href } from '../ui/routes.ts';

interface AccountItemsProps {
  user: User;
  users: readonly User[];
  onShowKeys: () => void;
  onAddPerson: () => void;
}

/** What the account's menu holds. */
export function AccountItems({ user, users, onShowKeys, onAddPerson }: AccountItemsProps) {
  const { profiles } = useServices();
  const others = users.filter(({ id }) => id !== user.id);
  return (
    <>
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
      <MenuItem icon={<UserPlus />} onPress={onAddPerson}>{t('common.addPerson')}</MenuItem>
    </>
  );
}
