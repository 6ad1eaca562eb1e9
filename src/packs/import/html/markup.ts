import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { isWithinLimits, wordsOfHtml } from './html-limits.ts';

/** A tree of markup, of HTML or of XML: an `XmlElement` is one too. */
export type Markup = MarkupElement | string;
export interface MarkupElement {
  /** Without a prefix. */
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly Markup[];
}

/** HTML as browsers read it, whatever its faults. Beyond all honest depth only the words are kept. */
export function parseHtml(html: string): readonly Markup[] {
  const whole = html.replace(/\p{Surrogate}/gu, '\ufffd');
  if (!isWithinLimits(whole)) return [wordsOfHtml(whole)];
  return markupOf(parseFragment(whole, { scriptingEnabled: false }).childNodes);
}

function markupOf(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): Markup[] {
  return nodes.flatMap((node): Markup[] => {
    if ('value' in node) return [node.value];
    if (!('tagName' in node)) return [];
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    return [{ name: node.tagName, attributes, children: markupOf(node.childNodes) }];
  });
}

export const isElement = (node: Markup): node is MarkupElement => typeof node !== 'string';

/** All text inside, white space as it stands. */
export const wordsOf = (nodes: readonly Markup[]): string =>
  nodes.map((node) => (isElement(node) ? wordsOf(node.children) : node)).join('');

/** HTML's own white space; a no-break space is none. */
export const folded = (text: string): string => text.replace(/[ \t\n\f\r\v\u0085\u2028\u2029]+/g, ' ');
