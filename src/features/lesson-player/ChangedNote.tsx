import { t } from '../../i18n/text.ts';
import { emptyAnswer } from '../../services/save-draft.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { isSameAnswer } from './answers.ts';
import type { Work } from './use-work.ts';

/** It stays solved; whoever wants to may begin anew. */
export function ChangedNote({ work: { exercise, draft, isReadOnly, reset } }: { readonly work: Work }) {
  const isUntouched = isSameAnswer(draft.answer, emptyAnswer(exercise));
  const again = (): void => {
    reset();
    // The button goes: the focus must not go with it.
    document.querySelector<HTMLElement>('[data-primary]')?.focus();
  };
  return (
    <div className="work-pane__notice" role="status">
      <Notice title={t('player.changed')} actions={isReadOnly || isUntouched ? undefined : <Button size="s" onClick={again}>{t('player.tryAgain')}</Button>}>
        {t('player.changedWhy')}
      </Notice>
    </div>
  );
}
