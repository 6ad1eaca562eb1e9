import { use, useState } from 'react';
import type { User } from '../../../db/models/user.ts';
import { useLive } from '../../hooks/use-live.ts';
import { useServices } from '../../hooks/use-services.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { UndoContext } from '../../ui/undo.tsx';
import { ConfirmErase } from './ConfirmErase.tsx';
import { erasureOf, type Target } from './erasure.ts';

/** Three sizes of it: one course, this profile, everything. Each asks first and can be undone until the next start. */
export function Erase({ user }: { user: User }) {
  const { courses, profiles } = useServices();
  const { offer } = use(UndoContext);
  const [target, setTarget] = useState<Target | null>(null);
  const facts = useLive(async () => {
    const [library, users] = await Promise.all([courses.library(user.id), profiles.list()]);
    return { begun: library.filter(({ progress }) => progress !== null), users };
  }, [courses, profiles, user.id]);
  if (facts.state === 'loading') return null;
  const { begun, users } = facts.value;
  const erase = async (chosen: Target): Promise<void> => {
    setTarget(null);
    offer(await erasureOf(chosen, profiles));
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
            onErase={() => setTarget({ kind: 'course', user, course })}
          />
        ))}
        <Row
          name={t('data.eraseProfile', { name: user.displayName })}
          note={t('data.eraseProfileNote')}
          onErase={() => setTarget({ kind: 'profile', user })}
        />
        <Row
          name={t('data.eraseAll')}
          note={t('data.eraseAllNote', { count: users.length })}
          onErase={() => setTarget({ kind: 'all', users })}
        />
      </ul>
      <ConfirmErase target={target} onClose={() => setTarget(null)} onErase={(chosen) => void erase(chosen)} />
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
