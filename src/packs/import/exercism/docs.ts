import { NO_PICTURES, withoutBadImages } from '../../source/lint-content.ts';
import { fenceAfter } from '../../source/split-lesson.ts';
import { foreignMarkdown } from '../markdown-quiz/foreign-markdown.ts';
import type { TrackDocs } from './track.ts';

/** A track's words as ours. */
export interface DocWords {
  readonly content: string;
  readonly hints: readonly string[];
  /** For the report, each once. */
  readonly lost: readonly string[];
}

export function docWords({ introduction, instructions, appends, hints }: TrackDocs): DocWords {
  const markdown = foreignMarkdown({}, '');
  const parts = [introduction, instructions, ...appends.map((append) => append.replace(/^\s*# [^\n]*\n/, ''))];
  const content = parts
    .map((part) => markdown.clean(withNotes(part.replace(/\r\n?/g, '\n'))))
    .filter((part) => part !== '')
    .join('\n\n');
  // What is written in too odd a way to be known for a picture above.
  const plain = (hint: string): string => withoutBadImages(hint, NO_PICTURES);
  const told = hintsIn(markdown.clean(withLinks(hints.replace(/\r\n?/g, '\n'))));
  return { content, hints: told.map(plain).filter((hint) => hint !== ''), lost: markdown.lost() };
}

/** `~~~~exercism/note` is a note and no code: a quotation here. */
function withNotes(markdown: string): string {
  let fence: string | null = null;
  let note: string | null = null;
  return markdown
    .split('\n')
    .flatMap((line) => {
      if (note !== null) {
        if (line.trim() !== note) return [`> ${line}`.trimEnd()];
        note = null;
        return [''];
      }
      const [, opened, kind] = fence === null ? (/^ {0,3}(`{3,}|~{3,})\s*exercism\/([a-z-]+)\s*$/.exec(line) ?? []) : [];
      if (opened !== undefined && kind !== undefined) {
        note = opened;
        return [`> **${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}**`, '>'];
      }
      fence = fenceAfter(fence, line);
      return [line];
    })
    .join('\n');
}

/** Each item of a list is a hint, and so is a paragraph by itself; the heading above says what it is about. */
function hintsIn(markdown: string): string[] {
  const hints: string[] = [];
  let about = '';
  let open: string[] = [];
  let fence: string | null = null;
  const close = (): void => {
    const text = open.join('\n').trim();
    if (text !== '') hints.push(about === '' ? text : `**${about}:** ${text}`);
    open = [];
  };
  for (const line of markdown.split('\n')) {
    const isCode = fence !== null;
    fence = fenceAfter(fence, line.trimStart());
    const [, level, heading] = isCode ? [] : (/^(#{1,6})\s+(.{1,300})$/.exec(line) ?? []);
    const [, item] = isCode ? [] : (/^[-*+]\s+(.*)$/.exec(line) ?? []);
    if (heading !== undefined) {
      close();
      about = level === '#' || /^general$/i.test(heading.trim()) ? '' : heading.trim().replace(/[:*]+/g, '');
    } else if (item !== undefined) {
      close();
      open = [item];
    } else if (!isCode && line !== '' && !line.startsWith(' ') && open.at(-1) === '') {
      close();
      open = [line];
    } else open.push(line.replace(/^ {1,4}/, ''));
  }
  close();
  return [...new Set(hints)];
}

/** Links by name as links by address: a hint is shown without the list of names at the file's end. */
function withLinks(markdown: string): string {
  const addresses = new Map<string, string>();
  const words = markdown
    .split('\n')
    .filter((line) => {
      const [, name, address] = /^ {0,3}\[([^[\]]{1,300})\]:\s+(\S+)/.exec(line) ?? [];
      if (name !== undefined && address !== undefined) addresses.set(name.toLowerCase(), address);
      return address === undefined;
    })
    .join('\n');
  return words.replace(/\[([^[\]]{1,2000})\](?:\[([^[\]]{0,300})\])?(?!\()/g, (whole, text: string, name: string | undefined) => {
    const address = addresses.get((name === undefined || name === '' ? text : name).toLowerCase());
    return address === undefined ? whole : `[${text}](${address})`;
  });
}
