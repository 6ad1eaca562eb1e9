import { python } from 'virtual:engines';
import type { CodeError } from '../../../core/run-result.ts';
import { ok } from '../../../core/result.ts';
import { isLine, isRecord, isString } from '../../wire/plain.ts';
import type { Engine, Program } from '../engine.ts';

/** CPython in WebAssembly. A warm worker has it booted; a job brings the learner's files. Rejects when a file is missing. */
export async function loadPython(): Promise<Engine> {
  const [script, wasm, stdlib] = await Promise.all([fetchBlob(python.script), fetchBlob(python.wasm), fetchBlob(python.stdlib)]);
  return {
    spare: { scripts: [script], data: { wasm, stdlib } },
    prepare: (program) => ok({ worker: null, data: jobOf(program), readError: readPythonError, readCrash: () => null }),
  };
}

/** As a Blob: an ArrayBuffer of that size stalls the page when it is sent on. */
async function fetchBlob(path: string): Promise<Blob> {
  const response = await fetch(new URL(path, document.baseURI));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.blob();
}

function jobOf({ files, entry, task, limits }: Program): unknown {
  const tests = task.kind === 'run' ? null : task.tests;
  return { files, entry, stdin: task.kind === 'run' ? task.stdin : '', tests, outputBytes: limits.outputBytes, memoryBytes: limits.memoryBytes };
}

/** The harness sends the shape of `CodeError` itself; it is checked, since the learner's code could reach it. */
export function readPythonError(raw: unknown): CodeError | null {
  if (!isRecord(raw) || !isString(raw['type']) || !isString(raw['message'])) return null;
  const frames = Array.isArray(raw['frames']) ? raw['frames'].slice(0, 100).flatMap(readFrame) : [];
  const line = isLine(raw['line']) ? raw['line'] : null;
  return { type: raw['type'].slice(0, 200), message: raw['message'].slice(0, 2000), line, frames };
}

function readFrame(raw: unknown): CodeError['frames'] {
  if (!isRecord(raw) || !isString(raw['file']) || !isString(raw['name']) || !isLine(raw['line'])) return [];
  return [{ file: raw['file'].slice(0, 200), line: raw['line'], name: raw['name'].slice(0, 200) }];
}
