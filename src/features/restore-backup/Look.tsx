import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { Section } from '../../ui/section.tsx';
import { Conflicts } from './Conflicts.tsx';
import { People } from './People.tsx';
import type { Chosen, Mode, Restoring } from './use-restore.ts';

const MODES: readonly Mode[] = ['merge', 'replace'];

/** Everything there is to decide before anything is restored. */
export function Look({ chosen, restoring }: { chosen: Chosen; restoring: Restoring }) {
  const { preview, mode } = chosen;
  const { decide, isBusy } = restoring;
  const coming = preview.persons.filter(({ likeness }) => likeness !== 'erased');
  const isAnybodyHere = coming.some(({ id, likeness }) =>
    likeness === 'same' || (likeness === 'alias' && chosen.same[id] !== null) || (chosen.same[id] ?? null) !== null,
  );
  if (preview.persons.length === 0) return null;
  return (
    <>
      <Section title={t('restore.who')}><People chosen={chosen} onSay={restoring.sayWho} /></Section>
      {isAnybodyHere && (
        <Section title={t('restore.how')}>
          <ChoiceGroup
            legend={t('restore.how')}
            isLegendHidden
            choices={MODES.map((value) => ({ value, label: t('restore.mode', { mode: value }) }))}
            value={mode}
            onChange={(next) => decide({ mode: next })}
          />
          <p className="restore__why">
            {mode === 'merge' ? t('restore.mergeWhy') : t('restore.replaceWhy', { count: preview.onlyHere.exerciseAttempts ?? 0 })}
          </p>
        </Section>
      )}
      {mode === 'merge' && preview.conflicts.length > 0 && (
        <Section title={t('restore.differ')}>
          <p className="restore__note">{t('restore.differWhy')}</p>
          <Conflicts
            conflicts={preview.conflicts}
            choices={chosen.choices}
            onChoose={(id, side) => decide({ choices: { ...chosen.choices, [id]: side } })}
          />
        </Section>
      )}
      <div className="restore__go">
        {preview.erased > 0 && <p className="restore__note">{t('restore.staysAway', { count: preview.erased })}</p>}
        {coming.length > 0 && (
          <Button kind={mode === 'merge' ? 'primary' : 'danger'} disabled={isBusy} onClick={() => void restoring.restore()}>
            {isAnybodyHere ? t('restore.go', { mode }) : t('restore.goNew')}
          </Button>
        )}
      </div>
    </>
  );
}
