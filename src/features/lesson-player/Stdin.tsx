import './stdin.css';
import { Keyboard } from 'lucide-react';
import { useId } from 'react';
import type { CodeExercise } from '../../../db/models/exercise.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { isCodeAnswer } from './code-exercise.ts';
import type { Work } from './use-work.ts';

const SCRIPT = /\b(?:readline|readLine|prompt)\s*\(|\bstdin\b/;
const READS = { python: /\binput\s*\(|\bsys\.stdin\b/, javascript: SCRIPT, typescript: SCRIPT } as const;

/** What the program will read, where it reads at all: may be written beforehand, else it asks while it runs. */
export function Stdin({ work, exercise }: { readonly work: Work; readonly exercise: CodeExercise }) {
  const id = useId();
  const { draft, state, store } = work;
  const files = isCodeAnswer(draft.answer) ? Object.values(draft.answer.files) : [];
  const example = exampleInput(exercise);
  const reads = example !== null || files.some((text) => READS[exercise.language].test(text));
  if (!reads) return null;
  const count = state.stdin === '' ? 0 : state.stdin.replace(/\n$/, '').split('\n').length;
  return (
    <details className="stdin">
      <summary className="stdin__summary">
        <Keyboard />
        {t('player.stdin')}
        <span className="stdin__count">{t('player.stdinLines', { count })}</span>
      </summary>
      <p className="stdin__why" id={`${id}-why`}>{t('player.stdinWhy')}</p>
      <textarea
        className="stdin__field"
        rows={3}
        value={state.stdin}
        aria-label={t('player.stdin')}
        aria-describedby={`${id}-why`}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => store.setState({ stdin: event.target.value })}
      />
      {example !== null && state.stdin !== example && (
        <Button kind="quiet" size="s" onClick={() => store.setState({ stdin: example })}>{t('player.stdinExample')}</Button>
      )}
    </details>
  );
}

/** The author's own first input, of a test that may be seen; null where there is none. */
function exampleInput({ tests }: CodeExercise): string | null {
  const test = tests.find((one) => one.kind === 'output' && one.isVisible && one.stdin !== '');
  return test?.kind === 'output' ? test.stdin : null;
}
