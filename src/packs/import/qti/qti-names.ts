import type { XmlElement } from '../xml-tree.ts';

/** QTI 3.0 by the names of 2.x: `qti-choice-interaction` is `choiceInteraction`, its `max-choices` `maxChoices`. */
export function plainNames(element: XmlElement): XmlElement {
  const children = element.children.map((child) => (typeof child === 'string' ? child : plainNames(child)));
  if (!element.name.startsWith('qti-')) return { ...element, children };
  const attributes = Object.entries(element.attributes).map(([name, value]) => [name.startsWith('data-') ? name : camel(name), value]);
  return { ...element, name: camel(element.name.slice(4)), attributes: Object.fromEntries(attributes) as XmlElement['attributes'], children };
}

const camel = (name: string): string => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** All elements of these names, outermost first, in the order of the file; what is inside one is not looked into. */
export function found(element: XmlElement, isWanted: (name: string) => boolean): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return isWanted(child.name) ? [child] : found(child, isWanted);
  });
}

export const allNamed = (element: XmlElement, ...names: readonly string[]): XmlElement[] =>
  element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return [...(names.includes(child.name) ? [child] : []), ...allNamed(child, ...names)];
  });
