import type { CodeToken } from '../../ui/course-text-highlight.ts';
import { codeTokens } from '../../ui/course-text-highlight.ts';

/** A stretch of text, coloured if it is code, or a blank by its id. */
export type Stretch = (CodeToken & { readonly blankId: null }) | { readonly blankId: string };

/** From here on, one character of Unicode's private use area stands for each blank: to a parser it is a name. */
const FIRST = 0xe000;

/**
 * A text by lines, each cut at its blanks, `{{id}}`; of code each stretch in its colour. Blanks that the key does not know are text.
 * Code is parsed with a name in the place of each blank, so that what stands around it keeps its meaning.
 */
export function cutAtBlanks(text: string, blankIds: readonly string[], language: string | null): Stretch[][] {
  const marked = blankIds.reduce((all, id, index) => all.replace(`{{${id}}}`, String.fromCharCode(FIRST + index)), text);
  const stretches = codeTokens(marked.replace(/\n$/, ''), language).flatMap(({ text: whole, kind }) =>
    whole
      .split(/([\n\ue000-\uf8ff])/)
      .filter((part) => part !== '')
      .map((part): Stretch => {
        const id = blankIds[part.charCodeAt(0) - FIRST];
        return part.length === 1 && id !== undefined ? { blankId: id } : { text: part, kind, blankId: null };
      }),
  );
  return stretches.reduce<Stretch[][]>(
    (lines, stretch) => {
      if (stretch.blankId === null && stretch.text === '\n') lines.push([]);
      else lines.at(-1)?.push(stretch);
      return lines;
    },
    [[]],
  );
}
