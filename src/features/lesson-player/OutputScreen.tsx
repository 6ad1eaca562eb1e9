import './output-screen.css';
import { memo, useCallback, useLayoutEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
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
        data-no-letters=""
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          isAtEnd.current = scrollTop + clientHeight > scrollHeight - NEAR_END;
        }}
      >
        {dropped > 0 && <p className="output-screen__dropped">{t('player.outputDropped', { count: dropped })}</p>}
        {inPages(parts).map((page) => <Page key={page[0]?.id} parts={page} />)}
        {children}
      </div>
      {parts.some(({ stream }) => stream === 'stderr') && <p className="run-output__legend">{t('player.outputErrorLegend')}</p>}
    </>
  );
}

/** So close to its end someone counts as reading along, in CSS pixels. */
const NEAR_END = 12;

/** Parts of one page are drawn anew together: of a long output only the last page is. */
const PAGE = 64;

function inPages(parts: readonly OutputPart[]): readonly (readonly OutputPart[])[] {
  const pages: OutputPart[][] = [];
  for (const part of parts) {
    const last = pages.at(-1);
    if (last?.[0] !== undefined && Math.floor(last[0].id / PAGE) === Math.floor(part.id / PAGE)) last.push(part);
    else pages.push([part]);
  }
  return pages;
}

const Page = memo(
  function Page({ parts }: { readonly parts: readonly OutputPart[] }) {
    return <span>{parts.map((part) => <Part key={part.id} part={part} />)}</span>;
  },
  // Parts come at the end and go at the front; one that has changed is another object.
  ({ parts: a }, { parts: b }) => a.length === b.length && a[0] === b[0] && a.at(-1) === b.at(-1),
);

function Part({ part: { stream, text, isLineStart } }: { readonly part: OutputPart }) {
  if (stream === 'stdout') return text;
  return (
    <span data-stream={stream} data-block={isLineStart}>
      {stream === 'stderr' && isLineStart && <VisuallyHidden>{t('player.outputError')} </VisuallyHidden>}
      {text}
    </span>
  );
}

/** The log's view, brought up to date once a frame at most; after a slow frame the page gets time for other things. */
function useOutput(log: OutputLog) {
  const subscribe = useCallback(
    (onChange: () => void) => {
      let frame = 0;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let freeAt = 0;
      const draw = (): void => {
        const begun = performance.now();
        onChange();
        frame = requestAnimationFrame(() => {
          const now = performance.now();
          freeAt = now + 2 * (now - begun);
          frame = 0;
        });
        timer = undefined;
      };
      const stop = log.subscribe(() => {
        timer ??= setTimeout(() => (frame = requestAnimationFrame(draw)), Math.max(0, freeAt - performance.now()));
      });
      return () => {
        stop();
        clearTimeout(timer);
        cancelAnimationFrame(frame);
      };
    },
    [log],
  );
  return useSyncExternalStore(subscribe, log.view);
}
