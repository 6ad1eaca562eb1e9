import type { Context } from './inline-elements.ts';
import type { Markup } from './markup.ts';

/** A block's Markdown. `list`: its mark, where it is a list, to tell two apart that would run into one. */
export interface Block {
  readonly text: string;
  readonly list: string;
}

/** Shows what stands inside a block. */
export type Show = (nodes: readonly Markup[], context: Context) => Block[];

/** Blocks as one text: parted by blank lines, else by line breaks, else by spaces. */
export const joined = (blocks: readonly Block[], { form }: Pick<Context, 'form'>): string =>
  blocks.map(({ text }) => text).join(form === 'blocks' ? '\n\n' : form === 'words' ? '\\\n' : ' ');
