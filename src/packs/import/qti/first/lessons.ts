import type { ImportedLesson } from '../../imported.ts';
import { childOf, elementsOf, type XmlElement } from '../../xml-tree.ts';
import type { Pictures } from '../pictures.ts';
import { mapFirstItem } from './map-item.ts';

/** Whether a file is of QTI 1.2: a test with all its items, or one item by itself. */
export const isFirst = (root: XmlElement): boolean =>
  root.name === 'questestinterop' || (root.name === 'item' && childOf(root, 'presentation') !== null);

/** A file of QTI 1.2: its sections are lessons. `file`: its path in its package, from which pictures are named. */
export function firstLessons(root: XmlElement, file: string, pictures: Pictures): ImportedLesson[] {
  const lessons: ImportedLesson[] = [];
  const picture = (source: string): string | null => {
    const path = source.replace(/^(?:\$|%24)IMS-CC-FILEBASE(?:\$|%24)\/(?:\.\.\/)*/i, '/web_resources/');
    return pictures.pathOf(file, source) ?? pictures.pathOf(file, path) ?? pictures.pathOf(file, path.replace('/web_resources/', '/'));
  };
  const walk = (element: XmlElement, title: string): void => {
    const own = element.name === 'item' ? [element] : elementsOf(element).filter(({ name }) => name === 'item');
    const items = own.map((item) => mapFirstItem(item, picture));
    if (items.length > 0) lessons.push({ title, content: '', items, assets: pictures.assets });
    for (const child of elementsOf(element)) {
      if (/^(?:assessment|section|objectbank)$/.test(child.name)) walk(child, child.attributes.title?.trim() ?? title);
    }
  };
  walk(root, '');
  return lessons;
}
