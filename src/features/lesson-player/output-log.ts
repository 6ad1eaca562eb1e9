import type { OutputChunk } from '../../core/run-result.ts';

/** Some text of one stream; never longer than a few thousand characters, so that adding to it stays cheap. */
export interface OutputPart {
  readonly id: number;
  readonly stream: OutputChunk['stream'];
  readonly text: string;
  /** It begins a line of its own. */
  readonly isLineStart: boolean;
}

/** What is shown of an output: its end. */
export interface OutputView {
  readonly parts: readonly OutputPart[];
  /** Lines that went by and are no longer kept. */
  readonly dropped: number;
  /** Lines in all, those no longer kept too; a last line without its end counts. */
  readonly lines: number;
}

/** The output of one run while it is written: its last lines, as parts. */
export interface OutputLog {
  readonly write: (chunk: OutputChunk) => void;
  readonly isEmpty: () => boolean;
  /** The same object until something is written. */
  readonly view: () => OutputView;
  /** Called at every write; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface OutputLimits {
  readonly lines: number;
  readonly characters: number;
}
/** More than a learner reads, and no more than a page shows without a hitch. */
const LIMITS: OutputLimits = { lines: 1_000, characters: 200_000 };
/** Longest part, in characters. */
const PART = 4_000;

export function createOutputLog(limits: OutputLimits = LIMITS): OutputLog {
  const listeners = new Set<() => void>();
  const parts: OutputPart[] = [];
  let nextId = 0;
  /** Line ends among the parts, their characters, and line ends that were dropped. */
  let ends = 0;
  let characters = 0;
  let dropped = 0;
  let atLineStart = true;
  let view: OutputView | null = null;

  const add = (stream: OutputChunk['stream'], text: string): void => {
    const last = parts.at(-1);
    if (last?.stream === stream && last.text.length + text.length <= PART) parts[parts.length - 1] = { ...last, text: last.text + text };
    else parts.push({ id: nextId++, stream, text, isLineStart: atLineStart });
    atLineStart = text.endsWith('\n');
    ends += countEnds(text);
    characters += text.length;
  };
  const forget = (text: string): void => {
    const gone = countEnds(text);
    ends -= gone;
    dropped += gone;
    characters -= text.length;
  };
  const skip = (text: string): void => {
    for (const part of parts) forget(part.text);
    parts.length = 0;
    dropped += countEnds(text);
    atLineStart = true;
  };
  const isOver = (): boolean => ends > limits.lines || characters > limits.characters;
  const trim = (): void => {
    let whole = 0;
    for (let part = parts[0]; part !== undefined && isOver(); part = parts[++whole]) {
      const cut = cutAt(part.text, ends - limits.lines, characters - limits.characters);
      forget(part.text.slice(0, cut));
      if (cut === part.text.length) continue;
      parts[whole] = { ...part, text: part.text.slice(cut), isLineStart: true };
      break;
    }
    parts.splice(0, whole);
  };

  return {
    write({ stream, text }) {
      if (text === '') return;
      view = null;
      // Of a flood only the end is kept: the rest need not be taken apart first.
      const skipped = text.length > limits.characters ? cutAt(text, 0, text.length - limits.characters) : 0;
      if (skipped > 0 && skipped < text.length) skip(text.slice(0, skipped));
      const from = skipped < text.length ? skipped : 0;
      for (let at = from; at < text.length; at += PART) add(stream, text.slice(at, at + PART));
      if (isOver()) trim();
      for (const listener of [...listeners]) listener();
    },
    isEmpty: () => parts.length === 0,
    view: () => (view ??= { parts: [...parts], dropped, lines: dropped + ends + (atLineStart ? 0 : 1) }),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Where to cut so that at least so many line ends and characters go: after a line's end where there is one. */
function cutAt(text: string, lines: number, characters: number): number {
  let cut = 0;
  for (let gone = 0; gone < lines || cut < characters; gone++) {
    const end = text.indexOf('\n', cut);
    if (end < 0) return text.length;
    cut = end + 1;
  }
  return cut;
}

function countEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
