import { ChevronRight, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { User } from '../../../db/models/user.ts';
import { useServices } from '../../hooks/use-services.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Initials } from '../../ui/initials.tsx';
import { AddPerson } from './AddPerson.tsx';
import './first-run.css';

/** Several people, none of them chosen: after a restore, or when the current profile is gone. */
export function WhoIsLearning({ users }: { users: readonly User[] }) {
  const { profiles } = useServices();
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="page page--narrow">
      <p className="first-run__mark">{t('common.appName')}</p>
      <h1 tabIndex={-1}>{t('firstRun.who')}</h1>
      <p className="first-run__lead">{t('firstRun.whoLead')}</p>
      <ul className="who-is">
        {users.map(({ id, displayName }) => (
          <li key={id}>
            <button type="button" className="who-is__person" onClick={() => void profiles.switchTo(id)}>
              <Initials name={displayName} />
              {displayName}
              <ChevronRight />
            </button>
          </li>
        ))}
      </ul>
      <Button icon={<UserPlus />} onClick={() => setAdding(true)}>{t('common.addPerson')}</Button>
      <AddPerson isOpen={isAdding} onClose={() => setAdding(false)} />
    </div>
  );
}
