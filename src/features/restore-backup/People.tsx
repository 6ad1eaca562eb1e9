import type { Id } from '../../../db/models/ids.ts';
import type { User } from '../../../db/models/user.ts';
import { useLive } from '../../hooks/use-live.ts';
import { useServices } from '../../hooks/use-services.ts';
import { t } from '../../i18n/text.ts';
import type { Person } from '../../services/backup-service.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import type { Chosen } from './use-restore.ts';

interface PeopleProps {
  chosen: Chosen;
  onSay: (personId: Id, here: Id | null) => Promise<void>;
}

/** Who is in the file, and who of here they are. */
export function People({ chosen, onSay }: PeopleProps) {
  const { profiles } = useServices();
  const here = useLive(() => profiles.list(), [profiles]);
  // Whom the other device had taken off its list comes as they were there: out of sight.
  const people = chosen.preview.persons.filter(({ isRemoved, likeness }) => !isRemoved || likeness !== 'new');
  const users = here.state === 'ready' ? here.value : [];
  return (
    <ul className="restore__people">
      {people.map((person) => (
        <li key={person.id} className="restore__person">
          <h3 className="restore__name">{person.displayName}</h3>
          <p className="restore__note">{t('restore.attemptsOf', { count: person.attempts })}</p>
          <p>{likenessWords(person)}</p>
          {(person.likeness === 'alike' || person.likeness === 'new') && !person.isRemoved && users.length > 0 && (
            <WhoIs person={person} users={users} answer={chosen.same[person.id]} onSay={(user) => void onSay(person.id, user)} />
          )}
        </li>
      ))}
    </ul>
  );
}

const NOBODY = 'nobody';

interface WhoIsProps {
  person: Person;
  users: readonly User[];
  /** Undefined: not said yet. */
  answer: Id | null | undefined;
  onSay: (here: Id | null) => void;
}

/** One answer is proposed by nobody: whoever looks alike comes first, and still has to be said. */
function WhoIs({ person, users, answer, onSay }: WhoIsProps) {
  const sorted = [...users].sort((a, b) => Number(b.id === person.here?.id) - Number(a.id === person.here?.id));
  const choices = [
    ...sorted.map(({ id, displayName }) => ({ value: id, label: t('restore.yesIs', { here: displayName }) })),
    { value: NOBODY, label: t('restore.noOther') },
  ];
  const said = answer === undefined ? (person.likeness === 'alike' ? '' : NOBODY) : (answer ?? NOBODY);
  return (
    <ChoiceGroup
      legend={t('restore.isSamePerson')}
      choices={choices}
      value={said}
      onChange={(value) => onSay(value === NOBODY ? null : value)}
    />
  );
}

function likenessWords({ likeness, here, why }: Person): string {
  switch (likeness) {
    case 'same':
      return t('restore.isSame');
    case 'alias':
      return t('restore.isAlias', { here: here?.displayName ?? '' });
    case 'alike':
      return t('restore.whyAlike', { here: here?.displayName ?? '', why: why ?? 'name' });
    case 'erased':
      return t('restore.isErased');
    case 'new':
      return t('restore.isNew');
  }
}
