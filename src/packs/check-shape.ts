import * as v from 'valibot';
import { didYouMean } from './did-you-mean.ts';
import type { PackError } from './pack-error.ts';
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
      expected: isUnknown ? knownFields(schema, yaml.value, path) : issue.message,
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

function knownFields(schema: v.GenericSchema, value: unknown, path: FieldPath): string {
  const known = fieldsAt(schema, value, path.slice(0, -1));
  const near = didYouMean(String(path.at(-1)), known);
  return near === null ? `one of ${known.join(', ')}` : `a known field (did you mean \`${near}\`?)`;
}

/** The names of the fields that the schema knows at `path`, following what the value itself chose. */
function fieldsAt(schema: unknown, value: unknown, path: FieldPath): string[] {
  const node = schema as Partial<Walkable>;
  if (node.pipe !== undefined && node.pipe[0] !== schema) return fieldsAt(node.pipe[0], value, path);
  if (node.wrapped !== undefined) return fieldsAt(node.wrapped, value, path);
  if (node.type === 'variant' && node.key !== undefined) {
    const key = node.key;
    const chosen = (value as Record<string, unknown> | null)?.[key];
    const branch = node.options?.find((option) => (option as Walkable).entries[key]?.literal === chosen);
    return fieldsAt(branch, value, path);
  }
  const [head, ...rest] = path;
  if (head === undefined) return Object.keys(node.entries ?? {});
  const inner = typeof head === 'number' ? node.item : node.entries?.[head];
  return inner === undefined ? [] : fieldsAt(inner, (value as Record<string | number, unknown>)[head], rest);
}

/** What valibot's schemas show of themselves. */
interface Walkable {
  readonly type: string;
  readonly key: string;
  readonly entries: Record<string, { readonly literal?: unknown }>;
  readonly item: unknown;
  readonly wrapped: unknown;
  readonly options: readonly unknown[];
  readonly pipe: readonly unknown[];
}
