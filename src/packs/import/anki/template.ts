/** A side of a card, as its note type writes it. What stands in fields is not part of it. */
export type TemplateNode =
  | { readonly kind: 'text'; readonly html: string }
  | { readonly kind: 'field'; readonly name: string; readonly filters: readonly string[] }
  | { readonly kind: 'section'; readonly name: string; readonly isInverted: boolean; readonly nodes: readonly TemplateNode[] };

const TAG = /\{\{([^{}]*)\}\}/g;
/** Sections inside sections; nobody nests more than a few. */
const DEEPEST = 50;
/** Written at the beginning, it allows other brackets as well. */
const OTHER_BRACKETS = /^\s*\{\{=<% %>=\}\}/;

interface Open {
  readonly name: string;
  readonly isInverted: boolean;
  readonly nodes: TemplateNode[];
}

/** `{{Field}}`, `{{filter:Field}}`, `{{#Field}}…{{/Field}}`, `{{^Field}}…{{/Field}}`. One not closed goes to the end. */
export function parseTemplate(template: string): TemplateNode[] {
  const source = OTHER_BRACKETS.test(template)
    ? template.replace(OTHER_BRACKETS, '').replaceAll('<%', '{{').replaceAll('%>', '}}')
    : template;
  const top: TemplateNode[] = [];
  const open: Open[] = [];
  const add = (node: TemplateNode): unknown => (open.at(-1)?.nodes ?? top).push(node);
  const close = (): void => {
    const section = open.pop();
    if (section !== undefined) add({ kind: 'section', ...section });
  };
  let at = 0;
  for (const match of source.matchAll(TAG)) {
    if (match.index > at) add({ kind: 'text', html: source.slice(at, match.index) });
    at = match.index + match[0].length;
    const tag = (match[1] ?? '').trim();
    const name = tag.slice(1).trim();
    if (tag.startsWith('#') || tag.startsWith('^')) {
      if (open.length < DEEPEST) open.push({ name, isInverted: tag.startsWith('^'), nodes: [] });
    } else if (tag.startsWith('/')) {
      if (open.at(-1)?.name === name) close();
    } else if (!tag.startsWith('!')) {
      const filters = tag.split(':').map((part) => part.trim());
      add({ kind: 'field', name: filters.pop() ?? '', filters: filters.reverse() });
    }
  }
  if (at < source.length) add({ kind: 'text', html: source.slice(at) });
  while (open.length > 0) close();
  return top;
}

/** `html`: what stands there; null: nothing, as where there is no such field. */
export type FieldHtml = (name: string, filters: readonly string[]) => string | null;

/** `isFull`: whether a field has anything in it; other words of the template do not count. */
export function renderTemplate(nodes: readonly TemplateNode[], field: FieldHtml, isFull: (name: string) => boolean): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.html;
      if (node.kind === 'field') return field(node.name, node.filters) ?? '';
      return isFull(node.name) === node.isInverted ? '' : renderTemplate(node.nodes, field, isFull);
    })
    .join('');
}

/** Every field that a side names, with its filters, those in sections that do not show included. */
export const fieldsIn = (nodes: readonly TemplateNode[]): { readonly name: string; readonly filters: readonly string[] }[] =>
  nodes.flatMap((node) => (node.kind === 'section' ? fieldsIn(node.nodes) : node.kind === 'field' ? [node] : []));
