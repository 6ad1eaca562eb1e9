import { joined, type Block, type Show } from './block.ts';
import type { Context } from './inline-elements.ts';
import { isElement, type MarkupElement } from './markup.ts';

/** Columns beyond this are no table that anybody reads. */
const MOST_COLUMNS = 100;

/** null: a table of one cell, which only places what is in it. */
export function tableMarkdown(table: MarkupElement, context: Context, show: Show): Block[] | null {
  const rows = rowsOf(table);
  const cells = rows.map(({ children }) => children.filter(isElement).filter(({ name }) => name === 'td' || name === 'th'));
  const columns = cells.reduce((most, row) => Math.max(most, widthOf(row)), 0);
  if (columns === 0 || columns > MOST_COLUMNS || (rows.length === 1 && columns === 1)) return null;
  if (cells.flat().some(({ attributes }) => Number(attributes.rowspan ?? 1) > 1)) context.lost.add('merged cells of a table');
  const caption = table.children.filter(isElement).filter(({ name }) => name === 'caption');
  const above = show(caption, context);
  const lines = cells.map((row) => row.flatMap((cell) => textsOf(cell, context, show)));
  const isHeaded = cells[0]?.every(({ name }) => name === 'th') === true || rows[0] === headRowOf(table);
  if (context.form !== 'blocks') {
    const shown = lines.map((line) => line.filter((text) => text !== '').join(context.form === 'cell' ? ' ' : String.raw` \| `));
    return [...above, ...shown.filter((text) => text !== '').map((text) => ({ text, list: '' }))];
  }
  const [head, ...body] = isHeaded ? lines : [[], ...lines];
  const padded = Array.from({ length: columns }, (_, i) => head?.[i] ?? '');
  return [...above, { text: [padded, padded.map(() => '---'), ...body].map(lineOf).join('\n'), list: '' }];
}

const lineOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function rowsOf({ children }: MarkupElement): MarkupElement[] {
  return children.filter(isElement).flatMap((child) => {
    if (child.name === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.name) ? rowsOf(child) : [];
  });
}

function headRowOf({ children }: MarkupElement): MarkupElement | undefined {
  const head = children.filter(isElement).find(({ name }) => name === 'thead');
  return head === undefined ? undefined : rowsOf(head)[0];
}

const spanOf = ({ attributes }: MarkupElement): number => Math.min(MOST_COLUMNS, Math.max(1, Math.trunc(Number(attributes.colspan ?? 1)) || 1));
const widthOf = (row: readonly MarkupElement[]): number => row.reduce((sum, cell) => sum + spanOf(cell), 0);

/** The cell's words, and empty ones for the columns that it spans. */
function textsOf(cell: MarkupElement, context: Context, show: Show): string[] {
  const inside = { ...context, form: context.form === 'words' ? ('words' as const) : ('cell' as const) };
  const text = joined(show(cell.children, inside), { form: context.form === 'words' ? 'words' : 'cell' });
  return [text, ...Array.from({ length: spanOf(cell) - 1 }, () => '')];
}
