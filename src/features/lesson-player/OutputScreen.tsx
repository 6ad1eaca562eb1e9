import './output-screen.css';
import { memo, useCallback, useEffect, useLayoutEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { t } from '../../i18n/text.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { OutputLog, OutputPart } from './output-log.ts';

interface OutputScreenProps {
  readonly log: OutputLog;
  /** Stands at the end: the line a program waits for. */
  readonly children: ReactNode;
}

/** What a program writes, as it writes it; goes along with the end unless the learner has scrolled back. */
export function OutputScreen({ log, children }: OutputScreenProps) {
  const { parts, dropped } = useOutput(log);
  const screen = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const hasInput = children !== null;
  useLayoutEffect(() => {
    if (isAtEnd.current && screen.current !== null) screen.current.scrollTop = screen.current.scrollHeight;
  }, [parts, hasInput]);
  return (
    <>
      <div
        className="output-screen"
        ref={screen}
        role="group"
        aria-label={t('player.outputText')}
        tabIndex={0}
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          isAtEnd.current = scrollTop + clientHeight > scrollHeight - NEAR_END;
        }}
      >
        {dropped > 0 && <p className="output-screen__dropped">{t('player.outputDropped', { count: dropped })}</p>}
        {parts.map((part) => <Part key={part.id} part={part} />)}
        {children}
      </div>
      {parts.some(({ stream }) => stream === 'stderr') && <p className="run-output__legend">{t('player.outputErrorLegend')}</p>}
    </>
  );
}

/** So close to its end someone counts as reading along, in CSS pixels. */
const NEAR_END = 12;

const Part = memo(function Part({ part: { stream, text, isLineStart } }: { readonly part: OutputPart }) {
  if (stream === 'stdout') return text;
  return (
    <span data-stream={stream} data-block={isLineStart}>
      {stream === 'stderr' && isLineStart && <VisuallyHidden>{t('player.outputError')} </VisuallyHidden>}
      {text}
    </span>
  );
});

/** The log's view, brought up to date once a frame at most. */
function useOutput(log: OutputLog) {
  const frame = useRef(0);
  const subscribe = useCallback(
    (onChange: () => void) => {
      const stop = log.subscribe(() => {
        frame.current ||= requestAnimationFrame(() => {
          frame.current = 0;
          onChange();
        });
      });
      return () => {
        stop();
        cancelAnimationFrame(frame.current);
        frame.current = 0;
      };
    },
    [log],
  );
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return useSyncExternalStore(subscribe, log.view);
}
