import { joined, type Block } from './block.ts';
import { codeBlock, languageOf, linesOfCode } from './code-markdown.ts';
import { addInline, isDropped, isHidden, LOST, marksInside, type Context } from './inline-elements.ts';
import { NO_MARKS, paragraphOf, type Marks, type Run } from './inline-markdown.ts';
import { listMarkdown } from './list-markdown.ts';
import { isElement, type Markup, type MarkupElement } from './markup.ts';
import { tableMarkdown } from './table-markdown.ts';

/** What the nodes show, block by block. */
export function blocksOf(nodes: readonly Markup[], context: Context, marks: Marks = NO_MARKS): Block[] {
  const blocks: Block[] = [];
  let runs: Run[] = [];
  const flush = () => {
    for (const paragraph of context.form === 'blocks' ? paragraphsOf(runs) : [runs]) {
      const text = paragraphOf(paragraph, context.form === 'cell' ? 'cell' : 'line');
      if (text !== '') blocks.push({ text, list: '' });
    }
    runs = [];
  };
  const walk = (inside: readonly Markup[], around: Marks): void => {
    for (const node of inside) {
      if (!isElement(node)) runs.push({ kind: 'text', text: node, marks: around });
      else if (isDropped(node)) continue;
      else if (isHidden(node) || LOST.has(node.name)) addInline(node, around, context, runs, walk);
      else if (!BLOCKS.has(node.name)) addInline(node, around, context, runs, walk);
      else {
        flush();
        const own = ownBlocks(node, context, blocks.at(-1)?.list ?? '');
        if (own === null) walk(node.children, marksInside(node, around));
        else for (const block of own) blocks.push(block);
        flush();
      }
    }
  };
  walk(nodes, marks);
  flush();
  return blocks;
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption'
  ).split(' '),
);
/** Deeper quotations and lists than this are shown as if they stood at this depth. */
const MOST_NESTED = 12;

/** null: nothing but a place where lines begin and end. */
function ownBlocks(element: MarkupElement, context: Context, previous: string): Block[] | null {
  const plain = (text: string): Block[] => (text === '' ? [] : [{ text, list: '' }]);
  const deeper = { ...context, nested: context.nested + 1 };
  const isDeep = context.nested >= MOST_NESTED;
  switch (element.name) {
    case 'hr':
      return context.form === 'blocks' ? plain('---') : [];
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return context.form === 'blocks' ? plain(heading(element, context)) : null;
    case 'pre': {
      const code = linesOfCode(element).replace(/^\n|\s+$/g, '');
      if (code.trim() === '') return [];
      if (context.form === 'blocks') return plain(codeBlock(code, languageOf(element)));
      const lines = code.split('\n').map((text) => ({ kind: 'code' as const, text, marks: NO_MARKS }));
      return lines.flatMap((line) => plain(paragraphOf([line], context.form === 'cell' ? 'cell' : 'line')));
    }
    case 'blockquote': {
      if (context.form !== 'blocks' || isDeep) return null;
      const text = joined(blocksOf(element.children, deeper), context);
      return plain(text.replace(/^(?=.)/gm, '> ').replace(/^$/gm, text === '' ? '' : '>'));
    }
    case 'ul':
    case 'ol':
      return isDeep ? null : listMarkdown(element, deeper, previous, blocksOf);
    case 'table':
      return tableMarkdown(element, deeper, blocksOf);
    default:
      return null;
  }
}

function heading({ name, children }: MarkupElement, context: Context): string {
  const text = joined(blocksOf(children, { ...context, form: 'cell' }), { ...context, form: 'cell' }).replaceAll(String.raw`\|`, '|');
  return text === '' ? '' : `${'#'.repeat(Number(name[1]))} ${text.replace(/#+$/, String.raw`\$&`)}`;
}

/** Two line breaks in a row part paragraphs. */
function paragraphsOf(runs: readonly Run[]): Run[][] {
  const paragraphs: Run[][] = [[]];
  let isBroken = false;
  for (const run of runs) {
    if (run.kind === 'break' && isBroken) paragraphs.push([]);
    else paragraphs.at(-1)?.push(run);
    if (run.kind === 'break') isBroken = true;
    else if (run.kind !== 'text' || run.text.trim() !== '') isBroken = false;
  }
  return paragraphs;
}
