import { t } from '../../i18n/text.ts';
import type { Conflict, Side } from '../../services/backup-service.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { conflictTitle, sideTime, sideWords } from './words.ts';

interface ConflictsProps {
  conflicts: readonly Conflict[];
  choices: { readonly [conflictId: string]: Side };
  onChoose: (conflictId: string, side: Side) => void;
}

const SIDES: readonly Side[] = ['here', 'file'];

/** Both sides of each, to be chosen from. */
export function Conflicts({ conflicts, choices, onChoose }: ConflictsProps) {
  return (
    <ul className="restore__conflicts">
      {conflicts.map((conflict) => (
        <li key={conflict.id} className="restore__conflict">
          <h3 className="restore__name">{conflictTitle(conflict)}</h3>
          <dl className="restore__sides">
            {SIDES.map((side) => (
              <div key={side} className="restore__side">
                <dt>
                  <span className="restore__side-name">{t(side === 'here' ? 'restore.sideHere' : 'restore.sideFile')}</span> {sideTime(conflict, side)}
                </dt>
                <dd className={conflict.kind === 'draft' ? 'restore__answer' : 'restore__value'}>{sideWords(conflict, side)}</dd>
              </div>
            ))}
          </dl>
          <ChoiceGroup
            legend={conflictTitle(conflict)}
            isLegendHidden
            choices={SIDES.map((value) => ({ value, label: choiceWords(conflict, value) }))}
            value={choices[conflict.id] ?? conflict.proposed}
            onChange={(side) => onChoose(conflict.id, side)}
          />
        </li>
      ))}
    </ul>
  );
}

function choiceWords({ kind }: Conflict, side: Side): string {
  if (side === 'here') return t('restore.takeHere');
  return t(kind === 'erased' ? 'restore.eraseToo' : 'restore.takeFile');
}
