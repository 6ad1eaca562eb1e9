import { fail, ok, type Result } from '../../../core/result.ts';
import { badFile, type BadFile } from '../bad-file.ts';
import type { Markup } from '../html/markup.ts';
import type { ImportedFile, ImportedItem, ImportedLesson } from '../imported.ts';
import { childrenOf, type XmlElement } from '../xml-tree.ts';
import { drawItem } from './draw-item.ts';
import { mapItem, unreadItem } from './map-item.ts';
import { packagePlan, sectionsOf, type Group } from './package-plan.ts';
import { parseQti, readQti, resolved, type PackageFiles, type QtiFile } from './package-files.ts';
import { createPictures, type Pictures } from './pictures.ts';
import { readItem } from './read-item.ts';

/**
 * One XML file of QTI 2.x or 3.0: an item, or a test or section that names items. `file`: its path among the `resources`
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
  const groups = sectionsOf(root, file, resources);
  if (groups.length > 0) return ok({ ...none, lessons: groups.map((group) => lessonOf(group, resources)) });
  return fail(badFile(notQti(root), root.line));
}

/** An unzipped package: what its manifest names, else every item in it. Tests become lessons, a section each. */
export function importQtiPackage(files: PackageFiles): Result<ImportedFile, BadFile> {
  const { title, groups } = packagePlan(files);
  const lessons = groups.map((group) => lessonOf(group, files));
  if (lessons.every(({ items }) => items.length === 0)) return fail(badFile('there is no item of QTI 2.x or 3.0 in this package'));
  return ok({ title, licence: null, lessons });
}

function notQti({ name }: XmlElement): string {
  if (name === 'questestinterop') return 'this is QTI 1.2, which is not read; export it as QTI 2.1 or later';
  return `this is no QTI item: its root is \`${name.slice(0, 60)}\``;
}

function lessonOf({ title, paths }: Group, files: PackageFiles): ImportedLesson {
  const pictures = createPictures(files);
  const items = paths.flatMap((path) => {
    const read = readQti(files, path);
    if (!read.ok) return [unread(path, read.error.why)];
    if (read.value.root.name !== 'assessmentItem') return [unread(path, notQti(read.value.root))];
    return itemsOf(read.value, path, files, pictures);
  });
  return { title, content: '', items, assets: pictures.assets };
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
