import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { PackError } from '../pack-error.ts';
import type { YamlPart } from './split-lesson.ts';

export type FieldPath = readonly (string | number)[];

export interface ReadYaml {
  readonly value: unknown;
  /** The file's line of a field, or of the nearest thing around it that exists. */
  readonly lineOf: (path: FieldPath) => number;
}

/** Far beyond any course, and small enough that nothing here can take long. Characters. */
const LONGEST = 500_000;

/**
 * Reads a stretch of YAML 1.2 into plain data. Null after a finding that leaves nothing to read. Anchors, aliases
 * and tags are refused: a course needs none, and with them a few lines unfold into gigabytes.
 */
export function readYaml(file: string, part: YamlPart, report: (finding: PackError) => void): ReadYaml | null {
  const lines = new LineCounter();
  const lineAt = (offset: number): number => part.line + Math.max(lines.linePos(offset).line, 1) - 1;
  const found: PackError[] = [];
  const bad = (offset: number, expected: string, what: string): void => {
    const finding: PackError = { type: 'NotYaml', file, line: lineAt(offset), field: '', expected, found: what };
    found.push(finding);
    report(finding);
  };
  if (part.text.length > LONGEST) {
    bad(0, `at most ${LONGEST} characters of YAML`, String(part.text.length));
    return null;
  }
  const document = documentOf(part.text, lines);
  if (document === null) {
    bad(0, 'YAML of a reasonable depth', 'more levels than can be read');
    return null;
  }
  for (const error of document.errors) bad(error.pos[0], 'well-formed YAML', error.message);
  for (const warning of document.warnings) bad(warning.pos[0], 'plain YAML', warning.message);
  visit(document, {
    Node: (_, node) => {
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node)) bad(offset, 'plain values', `the alias \`*${node.source}\``);
      else if (node.anchor !== undefined) bad(offset, 'plain values', `the anchor \`&${node.anchor}\``);
      else if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) {
        bad(offset, 'plain values', `the tag \`${node.tag}\``);
      }
    },
  });
  if (found.length > 0) return null;
  return {
    value: document.toJS({ maxAliasCount: 0 }) as unknown,
    lineOf: (path) => lineAt(offsetOf(document, path)),
  };
}

/** Null when it nests so deeply that reading it would overflow the stack. */
function documentOf(text: string, lineCounter: LineCounter): Document.Parsed | null {
  try {
    return parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, prettyErrors: false, lineCounter });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Follows the path as far as it exists; a field of a map stands where its key stands. */
function offsetOf(document: Document.Parsed, path: FieldPath): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const key of path) {
    if (isSeq(node)) {
      node = node.items[Number(key)];
    } else if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair === undefined) return offset;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
      continue;
    } else {
      return offset;
    }
    if (!isNode(node)) return offset;
    offset = node.range?.[0] ?? offset;
  }
  return offset;
}
