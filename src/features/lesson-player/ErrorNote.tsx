import type { DraftAnswer } from '../../../db/models/draft.ts';
import type { CodeError } from '../../core/run-result.ts';
import { t } from '../../i18n/text.ts';
import { isCodeAnswer, isCodeExercise } from './code-exercise.ts';
import type { Work } from './use-work.ts';

interface ErrorNoteProps {
  readonly error: CodeError;
  readonly work: Work;
  /** The answer in which it happened. */
  readonly answer: DraftAnswer;
}

/** The interpreter's own words, with the learner's line. */
export function ErrorNote({ error, work: { exercise }, answer }: ErrorNoteProps) {
  if (!isCodeExercise(exercise) || !isCodeAnswer(answer)) return null;
  const file = error.frames.at(-1)?.file ?? exercise.starter.entry;
  const line = error.line === null ? null : (answer.files[file]?.split('\n')[error.line - 1] ?? null);
  return (
    <div className="error-note">
      <p className="error-note__lead">{t('player.errorSays', { language: exercise.language })}</p>
      <p className="error-note__words">{error.message === '' ? error.type : `${error.type}: ${error.message}`}</p>
      {error.line !== null && (
        <p className="error-note__place">
          <span>{t('player.errorAt', { file, line: error.line })}</span>
          {line !== null && <code className="error-note__line">{line.trim()}</code>}
        </p>
      )}
    </div>
  );
}
