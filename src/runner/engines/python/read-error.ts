import { isRecord } from '../../../core/json.ts';
import type { CodeError } from '../../../core/run-result.ts';
import { isLine, isString } from '../../wire/plain.ts';

/** The harness sends the shape of `CodeError` itself; it is checked, since the learner's code could reach it. */
export function readPythonError(raw: unknown): CodeError | null {
  if (!isRecord(raw) || !isString(raw.type) || !isString(raw.message)) return null;
  const frames = Array.isArray(raw.frames) ? raw.frames.slice(0, 100).flatMap(readFrame) : [];
  const line = isLine(raw.line) ? raw.line : null;
  return { type: raw.type.slice(0, 200), message: raw.message.slice(0, 2000), line, frames };
}

function readFrame(raw: unknown): CodeError['frames'] {
  if (!isRecord(raw) || !isString(raw.file) || !isString(raw.name) || !isLine(raw.line)) return [];
  return [{ file: raw.file.slice(0, 200), line: raw.line, name: raw.name.slice(0, 200) }];
}
