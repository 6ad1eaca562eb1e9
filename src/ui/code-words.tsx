import { useMemo } from 'react';
import { codeTokens } from './course-text-highlight.ts';

/** A stretch of code in its colours, to stand inside something else: no block, no scrolling of its own. */
export function CodeWords({ code, language }: { readonly code: string; readonly language: string | null }) {
  const tokens = useMemo(() => codeTokens(code, language), [code, language]);
  return (
    <code className="code-words">
      {tokens.map(({ text, kind }, index) => (kind === '' ? text : <span key={index} className={kind}>{text}</span>))}
    </code>
  );
}
