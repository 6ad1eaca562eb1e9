import './diff-view.css';
import { diffLines, diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';

interface DiffViewProps {
  readonly before: string;
  readonly after: string;
  /** Lines for code, words for prose. */
  readonly by: 'lines' | 'words';
  /** What a screen reader says before an added and before a removed part. */
  readonly words: { readonly added: string; readonly removed: string; readonly same: string };
}

interface Part {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** What changed from `before` to `after`: told by a sign and a word as well as by colour. */
export function DiffView({ before, after, by, words }: DiffViewProps) {
  const parts = useMemo(() => (by === 'lines' ? lineParts(before, after) : wordParts(before, after)), [before, after, by]);
  if (parts.every((part) => part.kind === 'same')) return <p className="diff-same">{words.same}</p>;
  return by === 'lines' ? <Lines parts={parts} words={words} /> : <Words parts={parts} words={words} />;
}

type PartsProps = { readonly parts: readonly Part[]; readonly words: DiffViewProps['words'] };
const SIGNS = { same: ' ', added: '+', removed: '−' } as const;

function Lines({ parts, words }: PartsProps) {
  return (
    <pre className="diff-lines" tabIndex={0}>
      {parts.map((part, index) => (
        <span key={index} className={`diff-line diff-${part.kind}`}>
          <span className="diff-sign" aria-hidden="true">
            {SIGNS[part.kind]}
          </span>
          {part.kind !== 'same' && <VisuallyHidden>{words[part.kind]} </VisuallyHidden>}
          {`${part.text}\n`}
        </span>
      ))}
    </pre>
  );
}

function Words({ parts, words }: PartsProps) {
  return (
    <p className="diff-words">
      {parts.map((part, index) => {
        if (part.kind === 'same') return <span key={index}>{part.text}</span>;
        const Tag = part.kind === 'added' ? 'ins' : 'del';
        return (
          <Tag key={index} className={`diff-${part.kind}`}>
            <VisuallyHidden>{words[part.kind]} </VisuallyHidden>
            {part.text}
          </Tag>
        );
      })}
    </p>
  );
}

/** One part per line, so that each carries its own sign. */
function lineParts(before: string, after: string): Part[] {
  return diffLines(endLine(before), endLine(after)).flatMap((change) =>
    change.value
      .replace(/\n$/, '')
      .split('\n')
      .map((text) => ({ kind: kindOf(change), text })),
  );
}

const wordParts = (before: string, after: string): Part[] =>
  diffWordsWithSpace(before, after).map((change) => ({ kind: kindOf(change), text: change.value }));

const kindOf = (change: { added: boolean; removed: boolean }): Part['kind'] =>
  change.added ? 'added' : change.removed ? 'removed' : 'same';

/** A last line without its end would differ from the same line with one. */
const endLine = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
