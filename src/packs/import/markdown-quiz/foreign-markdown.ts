import { fenceAfter } from '../../source/split-lesson.ts';
import { inlineTags } from './inline-tags.ts';
import { pictureShelf, type Files } from './pictures.ts';

/** Markdown of others made into ours, piece by piece; what is lost on the way, and the pictures it names, add up. */
export interface ForeignMarkdown {
  readonly clean: (markdown: string) => string;
  readonly lose: (what: string) => void;
  /** What was lost, each once, in words for the report. */
  readonly lost: () => string[];
  /** Path used → bytes. */
  readonly assets: () => { readonly [path: string]: Uint8Array };
}

/**
 * `file` is the Markdown's own path among `files`, against which its pictures are named. `reduce` takes out first what a
 * dialect adds to Markdown, code left out.
 */
export function foreignMarkdown(
  files: Files,
  file: string,
  reduce: (prose: string, lose: (what: string) => void) => string = (prose) => prose,
): ForeignMarkdown {
  const lose = (what: string): unknown => lost.add(what);
  const lost = new Set<string>();
  const shelf = pictureShelf(files, file, lose);
  const cleanProse = (prose: string): string => 
    outsideCode(prose, (text) => shelf.place(inlineTags(reduce(text, lose), lose)).replace(/\n(?:[ \t]*\n){2,}/g, '\n\n').replace(/^\n\n|\n\n$/g, '\n'));
  return {
    clean: (markdown) => stretches(dedent(markdown)).map(({ text, isCode }) => (isCode ? text : cleanProse(text))).join('\n').trim(),
    lose,
    lost: () => [...lost],
    assets: () => shelf.taken(),
  };
}

/** The indentation that all lines share goes: the text stood inside a list, or a details element. */
export function dedent(markdown: string): string {
  const lines = markdown.replace(/\t/g, '    ').split('\n').map((line) => line.trimEnd());
  while (lines[0] === '') lines.shift();
  // The first line may stand behind its marker.
  const rest = lines.filter((line, at) => line !== '' && (at > 0 || line.startsWith(' ')));
  const shared = rest.reduce((least, line) => Math.min(least, line.length - line.trimStart().length), Infinity);
  return lines.map((line) => (line.startsWith(' ') ? line.slice(Math.min(shared, line.length - line.trimStart().length)) : line)).join('\n');
}

function stretches(markdown: string): { text: string; isCode: boolean }[] {
  const found: { lines: string[]; isCode: boolean }[] = [];
  let fence: string | null = null;
  for (const line of markdown.split('\n')) {
    const before = fence;
    fence = fenceAfter(fence, line.trimStart());
    const isCode = before !== null || fence !== null;
    const last = found.at(-1);
    if (last?.isCode === isCode) last.lines.push(line);
    else found.push({ lines: [line], isCode });
  }
  // An open fence would take in all that is shown behind it.
  if (fence !== null) found.at(-1)?.lines.push(fence);
  return found.map(({ lines, isCode }) => ({ text: lines.join('\n'), isCode }));
}

/** Code between backticks stays as it is; a span ends with its paragraph at the latest. */
function outsideCode(prose: string, change: (text: string) => string): string {
  const kept: string[] = [];
  const bare = prose.replace(/(`{1,3})(?!`)((?:(?!\n[ \t]*\n)[^`]){1,2000})\1(?!`)/g, (whole) => `\uE000${kept.push(whole) - 1}\uE001`);
  return change(bare).replace(/\uE000(\d+)\uE001/g, (_, at: string) => kept[Number(at)] ?? '');
}
