import { parseHtml, type Markup } from '../../html/markup.ts';
import { childOf, childrenOf, elementsOf, textOf, type XmlElement } from '../../xml-tree.ts';
import { allNamed } from '../qti-names.ts';

/** One thing to answer. */
export interface Response {
  readonly ident: string;
  readonly kind: 'choice' | 'order' | 'text' | 'number' | 'other';
  readonly isMultiple: boolean;
  /** What stands before it: the left side of a pair, the name of a blank. */
  readonly label: readonly Markup[];
  readonly options: readonly { readonly ident: string; readonly words: readonly Markup[] }[];
}

export interface Parts {
  readonly asked: readonly Markup[];
  readonly responses: readonly Response[];
  /** By the names of whoever wrote the file: `multiple_choice_question`, `cc.essay.v0p1`; empty where it has none. */
  readonly type: string;
}

export function partsOf(item: XmlElement): Parts {
  const asked: Markup[] = [];
  const responses: Response[] = [];
  const walk = (element: XmlElement): void => {
    for (const child of elementsOf(element)) {
      if (child.name === 'material') asked.push(...materialOf(child), BREAK);
      else if (/^response_(?:lid|str|num|xy|grp)$/.test(child.name)) responses.push(responseOf(child));
      else if (child.name.startsWith("flow")) walk(child);
    }
  };
  const presentation = childOf(item, 'presentation');
  if (presentation !== null) walk(presentation);
  return { asked, responses, type: typeOf(item) };
}

const BREAK: Markup = { name: 'br', attributes: {}, children: [] };

function typeOf(item: XmlElement): string {
  const fieldOf = (field: XmlElement, name: string): string => textOf(childOf(field, name) ?? field).trim();
  const fields = allNamed(item, 'qtimetadatafield').map((field) => [fieldOf(field, 'fieldlabel'), fieldOf(field, 'fieldentry')]);
  const [, type = ''] = fields.find(([label = '']) => /^(?:question_type|cc_profile|qmd_itemtype|bbmd_questiontype)$/.test(label)) ?? [];
  const own = allNamed(item, 'qmd_itemtype', 'bbmd_questiontype')[0];
  return (type !== '' || own === undefined ? type : textOf(own).trim()).toLowerCase().slice(0, 60);
}

function responseOf(element: XmlElement): Response {
  const labels = allNamed(element, 'response_label').filter(({ attributes }) => attributes.ident !== undefined);
  const fib = allNamed(element, 'render_fib')[0];
  const isNumber = element.name === 'response_num' || /^(?:integer|decimal|scientific)$/i.test(fib?.attributes.fibtype ?? '');
  const isChoice = element.name === 'response_lid' && fib === undefined;
  const cardinality = (element.attributes.rcardinality ?? 'single').toLowerCase();
  const kind = isChoice ? (cardinality === 'ordered' ? 'order' : 'choice') : fib === undefined ? 'other' : isNumber ? 'number' : 'text';
  return {
    ident: element.attributes.ident ?? '',
    kind,
    isMultiple: cardinality === 'multiple',
    label: childrenOf(element, 'material').flatMap(materialOf),
    options: labels.map((label) => ({ ident: label.attributes.ident ?? '', words: allNamed(label, 'material').flatMap(materialOf) })),
  };
}

const HTML = /<\/?(?:p|div|br|span|b|i|em|strong|img|ul|ol|li|table|code|pre|sub|sup)\b[^<>]*>/i;

/** Words, pictures and breaks of a `material`. */
export const materialOf = (material: XmlElement): Markup[] =>
  elementsOf(material).flatMap((part): readonly Markup[] => {
    const { attributes } = part;
    if (part.name === 'matimage') return [{ name: 'img', attributes: { src: attributes.uri ?? '', alt: attributes.label ?? '' }, children: [] }];
    if (part.name === 'matbreak') return [BREAK];
    if (part.name !== 'mattext' && part.name !== 'matemtext') return elementsOf(part).length > 0 ? materialOf(part) : [];
    const text = textOf(part);
    if (/html/i.test(attributes.texttype ?? '') || HTML.test(text)) return parseHtml(text);
    return text.trim().split(/\r\n?|\n/).flatMap((line, i) => (i === 0 ? [line] : [BREAK, line]));
  });
