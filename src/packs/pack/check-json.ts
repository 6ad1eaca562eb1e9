import type * as v from 'valibot';
import { parseJson } from '../../core/json.ts';
import type { PackError } from '../pack-error.ts';
import { checkShape } from '../source/check-shape.ts';
import { readYaml, type ReadYaml } from '../source/read-yaml.ts';

/** JSON is YAML: where something is wrong, the reader of YAML says on which line. Null after a finding. */
export function checkJson<S extends v.GenericSchema>(
  shape: S,
  file: string,
  text: string,
  report: (finding: PackError) => void,
): v.InferOutput<S> | null {
  const json = readJson(file, text, report);
  return json === null ? null : checkShape(shape, file, json, report);
}

/** Null after a finding. Lines are looked for when they are asked for: that takes far longer than reading. */
export function readJson(file: string, text: string, report: (finding: PackError) => void): ReadYaml | null {
  const value = parseJson(text);
  if (value === undefined) {
    report({ type: 'NotYaml', file, line: 1, field: '', expected: 'well-formed JSON', found: 'something else' });
    return null;
  }
  let located: ReadYaml | null | undefined;
  return {
    value,
    lineOf(path) {
      located ??= readYaml(file, { text, line: 1 }, () => undefined);
      return located?.lineOf(path) ?? 1;
    },
  };
}
