import { List } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import type { LessonView } from '../../services/views.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { href } from '../../ui/routes.ts';
import { TopBar } from '../../ui/top-bar.tsx';
import type { SaveState } from './draft-keeper.ts';
import { SavedSign } from './SavedSign.tsx';
import { StepsBar } from './StepsBar.tsx';
import type { Steps } from './use-steps.ts';

interface PlayerBarProps {
  readonly view: LessonView;
  readonly steps: Steps;
  /** null: nothing is being written here. */
  readonly saving: SaveState | null;
  readonly onContents: () => void;
}

export function PlayerBar({ view, steps, saving, onContents }: PlayerBarProps) {
  const crumbs = [
    { label: view.course.title, to: href.course(view.course.id) },
    { label: view.lesson.title, to: null },
  ];
  return (
    <TopBar crumbs={crumbs} center={steps.total === 0 ? undefined : <StepsBar view={view} steps={steps} />}>
      {saving !== null && <SavedSign saving={saving} />}
      <IconButton label={t('player.contents')} icon={<List />} onClick={onContents} />
    </TopBar>
  );
}
