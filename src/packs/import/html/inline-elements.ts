import { folded, wordsOf, type Markup, type MarkupElement } from './markup.ts';
import type { Marks, Run } from './inline-markdown.ts';
import { imageMarkdown, isImage, linkOf } from './link-markdown.ts';
import { mathText } from './math-text.ts';
import { raised } from './raised-text.ts';

/** What goes along on the way through a document, and is gathered there. */
export interface Context {
  /** `blocks`: paragraphs, lists, tables; `words`: lines without such; `cell`: a single line in a table. */
  readonly form: 'blocks' | 'words' | 'cell';
  /** Lists and quotations around. */
  readonly nested: number;
  readonly lost: Set<string>;
  readonly images: Set<string>;
  /** The path under which Markdown may name a picture; null: its words only. */
  readonly imagePath: (source: string) => string | null;
}

/** What Markdown cannot show, by its name for the report. */
export const LOST: ReadonlyMap<string, string> = new Map([
  ...['audio', 'bgsound'].map((name) => [name, 'a sound'] as const),
  ...['video'].map((name) => [name, 'a video'] as const),
  ...['iframe', 'frame', 'frameset', 'embed', 'applet', 'object', 'portal'].map((name) => [name, 'embedded content'] as const),
  ...['svg', 'canvas'].map((name) => [name, 'a drawing'] as const),
  ...['input', 'select', 'textarea', 'button', 'meter', 'progress', 'datalist'].map((name) => [name, 'a form field'] as const),
]);

const DROPPED = new Set('script style head title meta link base template noframes noembed param source track col colgroup rp'.split(' '));
export const isDropped = ({ name }: MarkupElement): boolean => DROPPED.has(name);

export const isHidden = ({ attributes }: MarkupElement): boolean =>
  attributes.hidden !== undefined || /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style ?? '');

type Walk = (nodes: readonly Markup[], marks: Marks) => void;

/** Adds what an element within a line shows. */
export function addInline(element: MarkupElement, marks: Marks, context: Context, runs: Run[], walk: Walk): void {
  const { name, attributes, children } = element;
  if (isHidden(element)) return;
  if (isImage(element)) {
    addImage(element, marks, context, runs);
    return;
  }
  const lost = LOST.get(name);
  if (lost !== undefined) {
    if (name !== 'input' || attributes.type !== 'hidden') context.lost.add(lost);
    return;
  }
  switch (name) {
    case 'br':
      runs.push({ kind: 'break', text: '', marks });
      return;
    case 'wbr':
      return;
    case 'math':
      runs.push({ kind: 'text', text: mathText(element), marks });
      return;
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
      addCode(children, marks, runs);
      return;
    case 'sub':
    case 'sup':
      addRaised(name, children, marks, context, runs, walk);
      return;
    case 'q':
      addAround('“', '”', children, marks, runs, walk);
      return;
    case 'rt':
      addAround('(', ')', children, marks, runs, walk);
      return;
    default:
      walk(children, marksInside(element, marks));
  }
}

export function marksInside({ name, attributes }: MarkupElement, marks: Marks): Marks {
  switch (name) {
    case 'strong':
    case 'b':
    case 'dt':
    case 'th':
      return { ...marks, strong: true };
    case 'em':
    case 'i':
    case 'var':
    case 'dfn':
      return { ...marks, em: true };
    case 'del':
    case 's':
    case 'strike':
      return { ...marks, del: true };
    case 'a':
      return { ...marks, link: linkOf(attributes.href ?? '') };
    default:
      return marks;
  }
}

function addCode(children: readonly Markup[], marks: Marks, runs: Run[]): void {
  const lines = wordsOf(withBreaks(children)).split(BREAK);
  lines.forEach((text, i) => {
    if (i > 0) runs.push({ kind: 'break', text: '', marks });
    runs.push({ kind: 'code', text, marks });
  });
}

/** Stands for a line break among words; HTML itself cannot hold it. */
const BREAK = '\0';
const withBreaks = (nodes: readonly Markup[]): Markup[] =>
  nodes.map((node) => {
    if (typeof node === 'string') return node.replaceAll(BREAK, '');
    return node.name === 'br' ? BREAK : { ...node, children: withBreaks(node.children) };
  });

function addRaised(
  kind: 'sub' | 'sup',
  children: readonly Markup[],
  marks: Marks,
  { lost }: Context,
  runs: Run[],
  walk: Walk,
): void {
  const words = folded(wordsOf(children)).trim();
  const text = raised(words, kind);
  if (text !== null && words !== '') runs.push({ kind: 'text', text, marks });
  else if (words !== '') {
    lost.add(kind === 'sup' ? 'superscript' : 'subscript');
    addAround(kind === 'sup' ? '^(' : '_(', ')', children, marks, runs, walk);
  } else walk(children, marks);
}

function addAround(before: string, after: string, children: readonly Markup[], marks: Marks, runs: Run[], walk: Walk): void {
  runs.push({ kind: 'text', text: before, marks });
  walk(children, marks);
  runs.push({ kind: 'text', text: after, marks });
}

function addImage(element: MarkupElement, marks: Marks, { images, imagePath }: Context, runs: Run[]): void {
  const { source, alt, text } = imageMarkdown(element, imagePath);
  if (source !== '') images.add(source);
  runs.push(text === null ? { kind: 'text', text: alt, marks } : { kind: 'image', text, marks });
}
