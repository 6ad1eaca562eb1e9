import type * as v from 'valibot';
import { parseJson } from '../../core/json.ts';
import type { PackError } from '../pack-error.ts';
import { checkShape } from '../source/check-shape.ts';
import type { ReadYaml } from '../source/read-yaml.ts';
import { lineInJson } from './json-lines.ts';

/** Null after a finding, which says on which line something is wrong. */
export function checkJson<S extends v.GenericSchema>(
  shape: S,
  file: string,
  text: string,
  report: (finding: PackError) => void,
): v.InferOutput<S> | null {
  const json = readJson(file, text, report);
  return json === null ? null : checkShape(shape, file, json, report);
}

/** Null after a finding. Lines are looked for when they are asked for. */
export function readJson(file: string, text: string, report: (finding: PackError) => void): ReadYaml | null {
  const bad = (expected: string, found: string): null => {
    report({ type: 'NotYaml', file, line: 1, field: '', expected, found });
    return null;
  };
  const value = parseJson(text);
  if (value === undefined) return bad('well-formed JSON', 'something else');
  if (!isOfReasonableSize(value)) return bad(`at most ${MOST_VALUES} values, ${DEEPEST} levels deep`, 'more');
  return { value, lineOf: (path) => (text.length > LONGEST ? 1 : lineInJson(text, path)) };
}

/** A manifest of 50,000 files is the largest there is; each value that is wrong costs a finding. */
const MOST_VALUES = 200_000;
const DEEPEST = 50;
/** In a longer one looking for 200 lines would take long. Characters. */
const LONGEST = 500_000;

function isOfReasonableSize(value: unknown): boolean {
  let level: unknown[] = [value];
  let count = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    count += level.length;
    if (depth > DEEPEST || count > MOST_VALUES) return false;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one as Record<string, unknown>) : []));
  }
  return true;
}
