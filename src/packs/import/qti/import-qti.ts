import { fail, ok, type Result } from '../../../core/result.ts';
import { badFile, type BadFile } from '../bad-file.ts';
import type { Markup } from '../html/markup.ts';
import type { ImportedFile, ImportedItem, ImportedLesson } from '../imported.ts';
import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';
import { drawItem } from './draw-item.ts';
import { firstLessons, isFirst } from './first/lessons.ts';
import { mapItem, unreadItem } from './map-item.ts';
import { packagePlan, sectionsOf, type Group } from './package-plan.ts';
import { parseQti, readQti, resolved, type PackageFiles, type QtiFile } from './package-files.ts';
import { createPictures, type Pictures } from './pictures.ts';
import { readItem } from './read-item.ts';

/**
 * One XML file of QTI: an item of 2.x or 3.0, a test or section that names items, or a test of 1.2, which holds its own. `file`: its path among the `resources`
 * that it names (items, pictures, stimuli).
 */
export function importQtiItem(text: string, file: string, resources: PackageFiles = {}): Result<ImportedFile, BadFile> {
  const read = parseQti(text);
  if (!read.ok) return fail(badFile(read.error.why, read.error.line));
  const { root } = read.value;
  const title = root.attributes.title ?? null;
  const none = { title, licence: null };
  if (root.name === 'assessmentItem') {
    const pictures = createPictures(resources);
    return ok({ ...none, lessons: [{ title: '', content: '', items: itemsOf(read.value, file, resources, pictures), assets: pictures.assets }] });
  }
  if (isFirst(root)) {
    const lessons = firstLessons(root, file, createPictures(resources));
    return lessons.length === 0 ? fail(badFile('there is no item of QTI 1.2 in this file')) : ok({ ...none, title: assessmentTitle(root), lessons });
  }
  const groups = sectionsOf(root, file, resources);
  if (groups.length > 0) return ok({ ...none, lessons: groups.flatMap((group) => lessonsOf(group, resources)) });
  return fail(badFile(notQti(root), root.line));
}

/** An unzipped package: what its manifest names, else every item in it. Tests become lessons, a section each. */
export function importQtiPackage(files: PackageFiles): Result<ImportedFile, BadFile> {
  const { title, groups } = packagePlan(files);
  const lessons = groups.flatMap((group) => lessonsOf(group, files));
  if (lessons.every(({ items }) => items.length === 0)) return fail(badFile('there is no QTI item in this package'));
  return ok({ title, licence: null, lessons });
}

const notQti = ({ name }: XmlElement): string => `this is no QTI item: its root is \`${name.slice(0, 60)}\``;

const assessmentTitle = (root: XmlElement): string | null => childOf(root, 'assessment')?.attributes.title?.trim() ?? null;

/** One, and those of whole tests of QTI 1.2 among its files. */
function lessonsOf({ title, paths }: Group, files: PackageFiles): ImportedLesson[] {
  const pictures = createPictures(files);
  const tests: ImportedLesson[] = [];
  const items = paths.flatMap((path) => {
    const read = readQti(files, path);
    if (!read.ok) return [unread(path, read.error.why)];
    if (isFirst(read.value.root)) {
      const { root } = read.value;
      const own = firstLessons(root, path, createPictures(files));
      tests.push(...own.map((lesson) => ({ ...lesson, title: lesson.title || (assessmentTitle(root) ?? '') })));
      return [];
    }
    if (read.value.root.name !== 'assessmentItem') return [unread(path, notQti(read.value.root))];
    return itemsOf(read.value, path, files, pictures);
  });
  return items.length === 0 && tests.length > 0 ? tests : [{ title, content: '', items, assets: pictures.assets }, ...tests];
}

const unread = (path: string, reason: string): ImportedItem => ({
  ...{ sourceId: null, title: path, kind: 'assessmentItem', status: 'skipped', reason, exercise: null },
});

function itemsOf({ root, isThird }: QtiFile, path: string, files: PackageFiles, pictures: Pictures): ImportedItem[] {
  const stimuli = childrenOf(root, 'stimulusRef').concat(childrenOf(root, 'assessmentStimulusRef'));
  const stimulus = stimuli.flatMap(({ attributes }) => stimulusAt(resolved(path, attributes.href ?? ''), files, pictures));
  const drawn = drawItem(root, isThird);
  if ('why' in drawn) return [unreadItem(root, drawn.why)];
  return mapItem(readItem(drawn, { stimulus, pictures: (source) => pictures.pathOf(path, source), isThird, isDrawn: drawn !== root }));
}

/** Its pictures are named from where it stands, so their paths are rewritten as seen from the item. */
function stimulusAt(at: string | null, files: PackageFiles, pictures: Pictures): readonly Markup[] {
  const read = at === null ? null : readQti(files, at);
  if (at === null || read?.ok !== true) return [];
  const body = childrenOf(read.value.root, 'stimulusBody');
  const fromRoot = (source: string): string => (pictures.pathOf(at, source) === null ? source : `/${resolved(at, source) ?? ''}`);
  return withSources(body.flatMap(({ children }) => children), fromRoot);
}

const withSources = (nodes: readonly Markup[], rewrite: (source: string) => string): Markup[] =>
  nodes.map((node) => {
    if (typeof node === 'string') return node;
    const attributes = { ...node.attributes, ...(node.attributes.src === undefined ? {} : { src: rewrite(node.attributes.src) }) };
    return { ...node, attributes, children: withSources(node.children, rewrite) };
  });
