import type { Chunk } from './chunks.ts';
import type { Line } from './lines.ts';
import type { FoundOption, OptionGroup } from './options.ts';
import { answerIn, opensExplanation } from './answer-line.ts';

const BULLET = /^ {0,3}[-*+]\s+(?!\[)/;
const NUMBER = /^ {0,6}(\d{1,2})[.)]\s+/;

/** Options with neither box nor letter: the last list before the answer, where an answer follows or one option is marked. */
export function lastList(lines: readonly Line[], { start, from, to, hasAnswer }: Chunk): OptionGroup | null {
  if (start?.kind !== 'question') return null;
  const bullets = listBy(lines, from, to, BULLET);
  const found = bullets ?? (start.level < 8 ? listBy(lines, from, to, NUMBER) : null);
  if (found === null || found.options.length < 2) return null;
  const isMarked = found.options.some(({ first }) => /✅|☑|✔|\((?:correct|right)\)/i.test(first) || /^(?:\*\*|__).*(?:\*\*|__)\s*$/.test(first));
  return hasAnswer || (isMarked && found.options.length < 9) ? found : null;
}

function listBy(lines: readonly Line[], from: number, to: number, marker: RegExp): OptionGroup | null {
  const options: FoundOption[] = [];
  let end = to;
  for (let at = from; at < to; at++) {
    const { text = '', isCode = false, heading = 0 } = lines[at] ?? {};
    if (isCode) continue;
    if (heading > 0 || answerIn(text) !== null || opensExplanation(text) || /^\s*<details/i.test(text)) {
      end = at;
      break;
    }
    const found = marker.exec(text);
    if (found !== null) options.push({ first: text.slice(found[0].length), from: at, to: at + 1, isTicked: null });
    // Words at the margin end one list; options are the last.
    else if (/^\S/.test(text)) options.length = 0;
  }
  const first = options[0];
  if (first === undefined || (marker === NUMBER && !options.every((option, i) => NUMBER.exec(lines[option.from]?.text ?? '')?.[1] === String(i + 1)))) return null;
  const ended = options.map((option, i) => ({ ...option, to: options[i + 1]?.from ?? end }));
  return { options: ended, from: first.from, to: end, alphabet: null, kind: marker === NUMBER ? 'numbers' : 'bullets' };
}
