import { Suspense, useState } from 'react';
import type { User } from '../../db/models/user.ts';
import { t } from '../i18n/text.ts';
import { Initials } from '../ui/initials.tsx';
import { Menu } from '../ui/menu.tsx';
import { later } from './later.ts';

const AccountItems = later([], async () => (await import('./AccountItems.tsx')).AccountItems);
const AddPerson = later('first-run', async () => (await import('../features/first-run/AddPerson.tsx')).AddPerson);

interface AccountMenuProps {
  user: User;
  users: readonly User[];
  onShowKeys: () => void;
}

/** Whose turn it is, and what belongs to them. */
export function AccountMenu({ user, users, onShowKeys }: AccountMenuProps) {
  // Loaded at the first press, and kept: a dialog must close by itself to give the focus back.
  const [adding, setAdding] = useState<'not yet' | 'open' | 'closed'>('not yet');
  return (
    <>
      <Menu label={t('common.account', { name: user.displayName })} face={<Initials name={user.displayName} />}>
        <AccountItems user={user} users={users} onShowKeys={onShowKeys} onAddPerson={() => setAdding('open')} />
      </Menu>
      {adding !== 'not yet' && (
        <Suspense>
          <AddPerson isOpen={adding === 'open'} onClose={() => setAdding('closed')} />
        </Suspense>
      )}
    </>
  );
}
