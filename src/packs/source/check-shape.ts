import * as v from 'valibot';
import { didYouMean } from '../../core/did-you-mean.ts';
import type { PackError } from '../pack-error.ts';
import type { FieldPath, ReadYaml } from './read-yaml.ts';

/**
 * Checks plain data against a shape whose messages say what is expected. Every finding is reported, unknown fields
 * too; null when there was any.
 */
export function checkShape<S extends v.GenericSchema>(
  schema: S,
  file: string,
  yaml: ReadYaml,
  report: (finding: PackError) => void,
): v.InferOutput<S> | null {
  const result = v.safeParse(schema, yaml.value);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const path = (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)));
    const isUnknown = issue.type === 'strict_object' && issue.expected === 'never';
    report({
      type: isUnknown ? 'UnknownField' : 'WrongShape',
      file,
      line: yaml.lineOf(path),
      field: fieldToText(path),
      expected: isUnknown ? knownFields(schema, yaml.value, path) : expectedOf(schema, yaml.value, path, issue),
      found: isUnknown ? `\`${String(path.at(-1))}\`` : inWords(issue.input),
    });
  }
  return null;
}

/** `options[2].why` */
export function fieldToText(path: FieldPath): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

export function inWords(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (value === '') return 'an empty text';
  if (typeof value === 'string') return `"${value.length > 40 ? `${value.slice(0, 39)}…` : value}"`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a set of fields';
  return typeof value === 'number' ? `the number ${value}` : `\`${JSON.stringify(value)}\``;
}

/** A missing field is reported by the object around it, whose words are not about that field. */
function expectedOf(schema: v.GenericSchema, value: unknown, path: FieldPath, issue: v.BaseIssue<unknown>): string {
  const isMissing = issue.type === 'strict_object' && issue.expected !== 'Object';
  const field = isMissing ? schemaAt(schema, value, path) : null;
  return field === null ? issue.message : (v.safeParse(field, undefined).issues?.[0].message ?? issue.message);
}

function knownFields(schema: v.GenericSchema, value: unknown, path: FieldPath): string {
  const around: Walkable | null = schemaAt(schema, value, path.slice(0, -1));
  const known = Object.keys(around?.entries ?? {});
  const near = didYouMean(String(path.at(-1)), known);
  return near === null ? `one of ${known.join(', ')}` : `a known field (did you mean \`${near}\`?)`;
}

/** The schema of the field at `path`, following what the value itself chose; null where there is none. */
function schemaAt(schema: v.GenericSchema, value: unknown, path: FieldPath): Walkable | null {
  const node: Walkable = schema;
  const [head, ...rest] = path;
  const first = node.pipe?.[0];
  if (first !== undefined && first !== schema) return schemaAt(first, value, path);
  if (node.wrapped !== undefined) return schemaAt(node.wrapped, value, path);
  if (node.key !== undefined) {
    const chosen = (value as Record<string, unknown> | null)?.[node.key];
    const branch = node.options?.find((option) => option.entries?.[node.key ?? '']?.literal === chosen);
    return branch === undefined ? null : schemaAt(branch, value, path);
  }
  if (head === undefined) return node;
  const inner = typeof head === 'number' ? node.item : node.entries?.[head];
  return inner === undefined ? null : schemaAt(inner, (value as Record<string | number, unknown>)[head], rest);
}

/** What valibot's schemas show of themselves. */
interface Walkable extends v.GenericSchema {
  /** Of a variant: the field that chooses. */
  readonly key?: string;
  readonly options?: readonly Walkable[];
  readonly entries?: Record<string, Walkable>;
  readonly literal?: unknown;
  readonly item?: Walkable;
  readonly wrapped?: Walkable;
  readonly pipe?: readonly [Walkable, ...unknown[]];
}
