import './predict-work.css';
import { useId } from 'react';
import type { PredictOutputExercise } from '../../../db/models/exercise.ts';
import { t } from '../../i18n/text.ts';
import { CodeBlock } from '../../ui/course-text.tsx';
import { RealRun } from './RealRun.tsx';
import { useTextAnswer } from './use-text-answer.ts';
import type { Work } from './use-work.ts';

/** A program, and what it will print; the program itself can show it once one has tried. */
export function PredictWork({ work, exercise }: { readonly work: Work; readonly exercise: PredictOutputExercise }) {
  const id = useId();
  const { text, field, onKey } = useTextAnswer<HTMLTextAreaElement>(work, 'PREDICT_OUTPUT');
  const files = Object.entries(exercise.starter.files);
  const lines = text.split('\n').length;
  return (
    <div className="predict">
      {files.map(([name, code]) => (
        <figure key={name} className="predict__program" aria-label={t('answers.program')}>
          {files.length > 1 && <figcaption className="predict__name">{name}</figcaption>}
          <CodeBlock code={code.replace(/\n$/, '')} language={exercise.language} />
        </figure>
      ))}
      <div className="text-work" data-kind="output">
        <label className="text-work__label" htmlFor={id}>{t('answers.prediction')}</label>
        <textarea
          {...field}
          id={id}
          className="text-work__field"
          rows={Math.max(3, lines)}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          aria-describedby={`${id}-help`}
          onKeyDown={onKey}
        />
        <p className="text-work__help" id={`${id}-help`}>{t('answers.predictHelp')}</p>
      </div>
      <RealRun work={work} exercise={exercise} prediction={text} />
    </div>
  );
}
