import { useId } from 'react';
import type { CodeExercise } from '../../../db/models/exercise.ts';
import { t } from '../../i18n/text.ts';
import { isCodeAnswer } from './code-exercise.ts';
import type { Work } from './use-work.ts';

const SCRIPT = /\b(?:readline|readLine|prompt)\s*\(|\bstdin\b/;
const READS = { python: /\binput\s*\(|\bsys\.stdin\b/, javascript: SCRIPT, typescript: SCRIPT } as const;

/** All that the program will read, filled in ahead; here only where a program reads at all. */
export function Stdin({ work, exercise }: { readonly work: Work; readonly exercise: CodeExercise }) {
  const id = useId();
  const { draft, state, store } = work;
  const code = isCodeAnswer(draft.answer) ? Object.values(draft.answer.files).join('\n') : '';
  const reads = READS[exercise.language].test(code) || exercise.tests.some((test) => test.kind === 'output' && test.stdin !== '');
  if (!reads) return null;
  return (
    <div className="stdin">
      <label className="stdin__label" htmlFor={id}>{t('player.stdin')}</label>
      <textarea
        id={id}
        className="stdin__field"
        rows={2}
        value={state.stdin}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => store.setState({ stdin: event.target.value })}
      />
    </div>
  );
}
