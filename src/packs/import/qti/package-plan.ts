import { childOf, childrenOf, elementsOf, textOf, type XmlElement } from '../xml-tree.ts';
import { allNamed } from './qti-names.ts';
import { readQti, resolved, type PackageFiles } from './package-files.ts';

/** Items that belong together, by their paths. */
export interface Group {
  readonly title: string;
  readonly paths: readonly string[];
}

const MANIFEST = /(?:^|\/)imsmanifest\.xml$/i;

/** Which items a package has, and in what groups. */
export function packagePlan(files: PackageFiles): { readonly title: string | null; readonly groups: readonly Group[] } {
  const xml = Object.keys(files).filter((path) => /\.(?:xml|qti)$/i.test(path) && !MANIFEST.test(path)).sort();
  const manifestAt = Object.keys(files).filter((path) => MANIFEST.test(path)).sort((a, b) => a.length - b.length)[0];
  const read = manifestAt === undefined ? null : readQti(files, manifestAt);
  const manifest = read?.ok === true ? read.value.root : null;
  const named = manifest === null ? [] : resourcesOf(manifest, manifestAt ?? '');
  const kinds = kindsOf(files, named.some(({ isItem }) => isItem) ? [] : xml);
  const items = [...new Set([...named.filter(({ isItem }) => isItem).map(({ path }) => path), ...kinds.items])];
  const tests = [...new Set([...named.filter(({ isTest }) => isTest).map(({ path }) => path), ...kinds.tests])];
  const roots = tests.flatMap((path) => {
    const test = readQti(files, path);
    return test.ok ? [{ path, root: test.value.root }] : [];
  });
  const seen = new Set<string>();
  const groups = roots
    .flatMap(({ root, path }) => sectionsOf(root, path, files))
    .map(({ title, paths }) => ({ title, paths: paths.filter((path) => !seen.has(path) && seen.add(path).size > 0) }));
  const others = items.filter((path) => !seen.has(path));
  const title = roots[0]?.root.attributes.title ?? (manifest === null ? null : titleOf(manifest));
  return { title, groups: [...groups, { title: '', paths: others }].filter(({ paths }) => paths.length > 0) };
}

interface Resource {
  readonly path: string;
  readonly isItem: boolean;
  readonly isTest: boolean;
}

function resourcesOf(manifest: XmlElement, at: string): Resource[] {
  return allNamed(manifest, 'resource').flatMap((resource) => {
    const { type = '', href } = resource.attributes;
    const path = resolved(at, href ?? childOf(resource, 'file')?.attributes.href ?? '');
    const isItem = /^imsqti_(?:apip)?item/i.test(type);
    const isTest = /^imsqti_(?:apip)?(?:test|section|assessment)/i.test(type);
    return path === null || path === '' ? [] : [{ path, isItem, isTest }];
  });
}

/** What files are by their roots. */
function kindsOf(files: PackageFiles, paths: readonly string[]): { items: string[]; tests: string[] } {
  const roots = paths.map((path) => {
    const read = readQti(files, path);
    return { path, name: read.ok ? read.value.root.name : 'assessmentItem' };
  });
  const named = (...names: readonly string[]): string[] => roots.filter(({ name }) => names.includes(name)).map(({ path }) => path);
  return { items: named('assessmentItem', 'questestinterop'), tests: named('assessmentTest') };
}

const titleOf = (manifest: XmlElement): string | null => {
  const metadata = childOf(manifest, 'metadata');
  const title = metadata === null ? undefined : allNamed(metadata, 'title')[0];
  return title === undefined ? null : textOf(title).trim().replace(/\s+/g, ' ') || null;
};

/** The sections of a test, or of a section that stands alone; those within one belong to it. */
export function sectionsOf(root: XmlElement, at: string, files: PackageFiles): Group[] {
  const sections =
    root.name === 'assessmentSection'
      ? [root]
      : childrenOf(root, 'testPart').flatMap((part) => elementsOf(part).filter(({ name }) => /^assessmentSection(?:Ref)?$/.test(name)));
  return sections.map((section) => ({ title: section.attributes.title ?? '', paths: itemsIn(section, at, files, new Set()) }));
}

function itemsIn(element: XmlElement, at: string, files: PackageFiles, seen: Set<string>): string[] {
  const path = resolved(at, element.attributes.href ?? '');
  if (element.name === 'assessmentItemRef') return path === null ? [] : [path];
  if (element.name !== 'assessmentSectionRef') return elementsOf(element).flatMap((child) => itemsIn(child, at, files, seen));
  const read = path === null || seen.has(path) ? null : readQti(files, path);
  if (path === null || read?.ok !== true) return [];
  return itemsIn(read.value.root, path, files, seen.add(path));
}
