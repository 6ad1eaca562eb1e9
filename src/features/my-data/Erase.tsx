import { use, useState } from 'react';
import type { User } from '../../../db/models/user.ts';
import { useLive } from '../../hooks/use-live.ts';
import { useServices } from '../../hooks/use-services.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { UndoContext } from '../../ui/undo.tsx';
import type { AutoCopy } from '../../services/copies/copy-service.ts';
import { attemptWrite } from '../../services/failures.ts';
import { failureWords } from '../../ui/failure-words.ts';
import { Status } from '../../ui/notice.tsx';
import { ConfirmErase } from './ConfirmErase.tsx';
import { erasureOf, learnersOf, type Target } from './erasure.ts';

interface EraseProps {
  user: User;
  onErased: () => Promise<void>;
}

/** Three sizes of it: one course, this profile, everything. Each asks first and can be undone until the next start. */
export function Erase({ user, onErased }: EraseProps) {
  const { copies, courses, profiles } = useServices();
  const { offer } = use(UndoContext);
  const [target, setTarget] = useState<Target | null>(null);
  const [holding, setHolding] = useState<readonly AutoCopy[]>([]);
  const [said, setSaid] = useState('');
  const facts = useLive(async () => {
    const [library, users] = await Promise.all([courses.library(user.id), profiles.list()]);
    return { begun: library.filter(({ progress }) => progress !== null), users };
  }, [courses, profiles, user.id]);
  if (facts.state === 'loading') return null;
  const { begun, users } = facts.value;
  // A place for copies that cannot be read must not stand in the way of erasing.
  const copiesOf = (chosen: Target): Promise<readonly AutoCopy[]> =>
    copies.open().then((service) => service.holding(learnersOf(chosen))).catch(() => []);
  const ask = async (chosen: Target): Promise<void> => {
    setSaid('');
    setHolding(await copiesOf(chosen));
    setTarget(chosen);
  };
  const erase = async (chosen: Target, alsoCopies: boolean): Promise<void> => {
    setTarget(null);
    const copiesLeft = async (): Promise<readonly AutoCopy[]> => {
      // Those that cannot be removed are named like the others.
      if (alsoCopies) await copies.open().then((service) => service.remove(holding)).catch(() => undefined);
      return copiesOf(chosen);
    };
    const made = await attemptWrite(() => erasureOf(chosen, profiles, copiesLeft));
    if (made.ok) offer(made.value);
    else setSaid(failureWords(made.error));
    await onErased();
  };
  return (
    <>
      <p className="my-data__note">{t('data.eraseWhy')}</p>
      <ul className="my-data__targets">
        {begun.map(({ course, progress }) => (
          <Row
            key={course.id}
            name={t('data.eraseCourse', { course: course.title })}
            note={t('data.eraseCourseNote', { count: progress?.exercisesDone ?? 0 })}
            onErase={() => void ask({ kind: 'course', user, course })}
          />
        ))}
        <Row
          name={t('data.eraseProfile', { name: user.displayName })}
          note={t('data.eraseProfileNote')}
          onErase={() => void ask({ kind: 'profile', user })}
        />
        <Row
          name={t('data.eraseAll')}
          note={t('data.eraseAllNote', { count: users.length })}
          onErase={() => void ask({ kind: 'all', users })}
        />
      </ul>
      <Status>{said}</Status>
      <ConfirmErase
        target={target}
        copyCount={holding.length}
        onClose={() => setTarget(null)}
        onErase={(chosen, alsoCopies) => void erase(chosen, alsoCopies)}
      />
    </>
  );
}

function Row({ name, note, onErase }: { name: string; note: string; onErase: () => void }) {
  return (
    <li className="my-data__target">
      <div>
        <p className="my-data__name">{name}</p>
        <p className="my-data__note">{note}</p>
      </div>
      <Button kind="danger" size="s" aria-label={t('data.eraseWhat', { what: name })} onClick={onErase}>{t('data.eraseVerb')}</Button>
    </li>
  );
}
