import './error-note.css';
import { CornerDownRight } from 'lucide-react';
import type { DraftAnswer } from '../../../db/models/draft.ts';
import type { CodeError } from '../../core/run-result.ts';
import { t } from '../../i18n/text.ts';
import { isCodeAnswer, isCodeExercise } from './code-exercise.ts';
import { errorPlaces, fewPlaces, type ErrorPlace } from './code-places.ts';
import { Explanation } from './Explanation.tsx';
import type { Work } from './use-work.ts';

interface ErrorNoteProps {
  readonly error: CodeError;
  readonly work: Work;
  /** The answer in which it happened. */
  readonly answer: DraftAnswer;
}

/** The interpreter's own words and what they mean, and the learner's lines it came by, innermost first: each leads to its line. */
export function ErrorNote({ error, work: { exercise, store }, answer }: ErrorNoteProps) {
  if (!isCodeExercise(exercise) || !isCodeAnswer(answer)) return null;
  const [here, ...callers] = errorPlaces(error, exercise.starter.entry, answer.files);
  const { first, left, last } = fewPlaces(callers);
  const hasFiles = Object.keys(answer.files).length > 1;
  const row = (place: ErrorPlace, index: number) => (
    <li key={index}>
      <Place place={place} hasFiles={hasFiles} onJump={() => store.setState({ jump: { file: place.file, line: place.line } })} />
    </li>
  );
  return (
    <div className="error-note">
      <p className="error-note__lead">{t('player.errorSays', { language: exercise.language })}</p>
      <p className="error-note__words">
        <b>{error.type}</b>
        {error.message !== '' && `: ${error.message}`}
      </p>
      {here !== undefined && <ul className="error-note__places">{row(here, 0)}</ul>}
      <Explanation error={error} language={exercise.language} entry={exercise.starter.entry} files={answer.files} />
      {callers.length > 0 && (
        <>
          <p className="error-note__lead">{t('player.calledFrom')}</p>
          <ul className="error-note__places error-note__places--callers">
            {first.map(row)}
            {left > 0 && <li className="error-note__left">{t('player.callsBetween', { count: left })}</li>}
            {last.map(row)}
          </ul>
        </>
      )}
    </div>
  );
}

interface PlaceProps {
  readonly place: ErrorPlace;
  readonly hasFiles: boolean;
  readonly onJump: () => void;
}

function Place({ place: { file, line, name, source }, hasFiles, onJump }: PlaceProps) {
  const at = hasFiles ? t('player.errorAt', { file, line }) : t('player.errorLine', { line });
  return (
    <button type="button" className="error-note__place" title={t('player.goToLine', { line })} onClick={onJump}>
      <span className="error-note__at">{at}</span>
      {source !== null && <code className="error-note__line">{source}</code>}
      {/^[^<]/.test(name) && <span className="error-note__name">{t('player.errorIn', { name })}</span>}
      <CornerDownRight />
    </button>
  );
}
