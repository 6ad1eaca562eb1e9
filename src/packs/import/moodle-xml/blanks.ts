import { ok } from '../../../core/result.ts';
import type { ImportedExercise } from '../imported.ts';
import { markupToMarkdown, plainToMarkdown } from '../html-to-markdown.ts';
import { isElement, parseHtml, wordsOf, type Markup } from '../html/markup.ts';
import { childOf } from '../xml-tree.ts';
import { isBlock, plainText } from './plain-text.ts';
import { formatOf, notTaken, rawText, withBreaks, type Question, type Taken } from './question.ts';
import { sharedParts } from './shared-parts.ts';

export type Blank = Extract<ImportedExercise, { type: 'FILL_BLANKS' }>['blanks'][number];

/** Where a blank stands in words that are still to be read: nobody types these characters. */
export const holeAt = (index: number): string => `\uE000${index}\uE001`;
const HOLE = /\uE000(\d+)\uE001/g;
const hasHole = (text: string): boolean => text.includes('\uE000');

/** The question's text, ready to have holes put in; as HTML where it is any. */
export function textWithoutHoles({ element }: Question): { readonly text: string; readonly isHtml: boolean } {
  const field = childOf(element, 'questiontext');
  const text = (field === null ? '' : rawText(field)).replace(/[\uE000\uE001]/g, '');
  const format = formatOf(field);
  if (format === 'markdown' || format === 'plain_text') return { text, isHtml: false };
  return { text: format === 'html' ? text : withBreaks(text), isHtml: true };
}

/**
 * A text with holes, and what belongs in each. What stands before the paragraph with the first hole is the task; the rest
 * is the text to be filled, which is plain.
 */
export function fillBlanks(question: Question, text: string, isHtml: boolean, blanks: readonly Blank[]): Taken {
  if (blanks.length === 0) return notTaken('it has no blank to be filled');
  const { task, filled } = partsAroundHoles(text, isHtml, blanks, question);
  return ok({ type: 'FILL_BLANKS', ...sharedParts(question, task), text: filled, blanks: [...blanks] });
}

/** What its words may name, and who is told what they lose. */
type Around = Pick<Question, 'picture' | 'lose'>;

/** The task in Markdown, and the plain text with its blanks by name. */
export function partsAroundHoles(
  text: string | readonly Markup[],
  isHtml: boolean,
  blanks: readonly Blank[],
  around: Around,
): { readonly task: string; readonly filled: string } {
  const isPlain = typeof text === 'string' && !isHtml;
  const [task, filled] = isPlain ? plainParts(text) : markupParts(around, typeof text === 'string' ? parseHtml(text) : text);
  const named = filled.replace(/\{\{(?=[a-z0-9.-]+\}\})/g, '{ {').replace(HOLE, (_, at: string) => `{{${blanks[Number(at)]?.id ?? ''}}}`);
  return { task: task === '' ? 'Fill in the blanks.' : task, filled: named };
}

function markupParts(question: Around, markup: readonly Markup[]): [string, string] {
  const nodes = unwrapped(markup);
  let first = nodes.findIndex((node) => hasHole(wordsOf([node])));
  // Words in the same line belong to it.
  const isInline = (at: number): boolean => nodes[at] !== undefined && !isBlock(nodes[at]);
  while (first > 0 && isInline(first) && isInline(first - 1)) first -= 1;
  const pictures: string[] = [];
  const filled = plainText(nodes.slice(first), ({ attributes }) => {
    const path = question.picture(attributes.src ?? '');
    if (path !== null) pictures.push(`![${(attributes.alt ?? '').replace(/[[\]\\\n]/g, ' ')}](${path})`);
  });
  const { markdown, lost } = markupToMarkdown(nodes.slice(0, first), { imagePath: question.picture });
  lost.forEach((what) => { question.lose(`${what} cannot be shown`); });
  return [[markdown, ...pictures].filter((part) => part !== '').join('\n\n'), filled];
}

/** A lone element around all is none. */
function unwrapped(nodes: readonly Markup[]): readonly Markup[] {
  const [only, ...more] = nodes.filter((node) => isElement(node) || node.trim() !== '');
  const isWrapper = only !== undefined && more.length === 0 && isElement(only) && only.name === 'div';
  return isWrapper ? unwrapped(only.children) : nodes;
}

function plainParts(text: string): [string, string] {
  const paragraphs = text.replace(/\r\n?/g, '\n').trim().split(/\n(?:[ \t]*\n)+/);
  const first = Math.max(0, paragraphs.findIndex(hasHole));
  return [plainToMarkdown(paragraphs.slice(0, first).join('\n\n')), paragraphs.slice(first).join('\n\n')];
}

/** HTML of one line as plain text; what is no HTML stays as it is. */
export const oneLine = (text: string, isHtml: boolean): string => (isHtml ? plainText(parseHtml(text)) : text).replace(/\s+/g, ' ').trim();
