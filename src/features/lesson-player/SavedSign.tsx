import './saved-sign.css';
import { Check, CircleAlert, Ellipsis } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import type { SaveState } from './draft-keeper.ts';
import { notSavedWords } from './words.ts';

/** "Saved" stands here only once the database has acknowledged the write. */
export function SavedSign({ saving }: { readonly saving: SaveState }) {
  if (saving.type === 'failed') {
    const { short, long } = notSavedWords(saving.failure);
    return (
      <span className="saved-sign saved-sign--failed" role="alert" title={long}>
        <CircleAlert />
        <span className="saved-sign__words">{short}</span>
      </span>
    );
  }
  // Its room is kept, so that the bar does not move when the first letter is typed.
  if (saving.type === 'untouched') return <span className="saved-sign" />;
  const isSaved = saving.type === 'saved';
  return (
    <span className="saved-sign" data-state={saving.type}>
      {isSaved ? <Check /> : <Ellipsis />}
      <span className="saved-sign__words">{isSaved ? t('player.saved') : t('player.saving')}</span>
    </span>
  );
}
