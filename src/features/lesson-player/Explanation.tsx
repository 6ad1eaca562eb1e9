import './explanation.css';
import type { Program } from '../../core/explain/seen-error.ts';
import type { CodeError } from '../../core/run-result.ts';
import type { Said } from '../../i18n/explain-words.ts';
import { t } from '../../i18n/text.ts';
import { useExplanation } from './use-explanation.ts';

interface ExplanationProps extends Program {
  readonly error: CodeError;
}

/** Below the interpreter's words: what they mean, and what to try. It comes a moment later, and is then read out. */
export function Explanation({ error, ...program }: ExplanationProps) {
  const explained = useExplanation(error, program);
  return (
    <div role="status">
      {explained !== null && (
        <dl className="explanation">
          <dt>{t('player.errorMeans')}</dt>
          <dd><Words parts={explained.words.means} /></dd>
          <dt>{t('player.errorTry')}</dt>
          <dd><Words parts={explained.words.try} /></dd>
        </dl>
      )}
    </div>
  );
}

/** Names and values out of the program are shown as code, and never as markup. */
function Words({ parts }: { readonly parts: readonly Said[] }) {
  return parts.map(({ text, isCode }, index) => (isCode ? <code key={index}>{text}</code> : text));
}
