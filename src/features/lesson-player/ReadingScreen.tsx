import './action-bar.css';
import { ArrowRight } from 'lucide-react';
import { t } from '../../i18n/text.ts';
import type { LessonView } from '../../services/views.ts';
import { Button } from '../../ui/button.tsx';
import { failureWords } from '../../ui/failure-words.ts';
import { MAIN_ID } from '../../ui/skip-link.tsx';
import { LessonText } from './LessonText.tsx';
import { PlayerBar } from './PlayerBar.tsx';
import { usePlayerKeys } from './use-player-keys.ts';
import type { Steps } from './use-steps.ts';

interface ReadingScreenProps {
  readonly view: LessonView;
  readonly steps: Steps;
  readonly onContents: () => void;
}

/** A lesson without exercises: it is read, and then finished. */
export function ReadingScreen({ view, steps, onContents }: ReadingScreenProps) {
  const finish = (): void => void steps.finishLesson();
  usePlayerKeys({ onPrimary: finish, onSave: () => undefined, single: {} });
  return (
    <>
      <PlayerBar view={view} steps={steps} saving={null} onContents={onContents} />
      <main id={MAIN_ID} className="player__panes player__panes--reading" tabIndex={-1}>
        <LessonText view={view} isShown isTab={false}>{null}</LessonText>
        <div className="action-bar">
          {steps.failure !== null && <p className="action-bar__failure" role="alert">{failureWords(steps.failure)}</p>}
          <span className="action-bar__count">{t('player.lessonOnly')}</span>
          <span className="action-bar__space" />
          <Button kind="primary" data-primary="" iconEnd={<ArrowRight />} onClick={finish}>
            {view.nextLessonId === null ? t('player.finishLesson') : t('player.nextLesson')}
          </Button>
        </div>
      </main>
    </>
  );
}
