import { python } from 'virtual:engines';
import { ok } from '../../../core/result.ts';
import type { WorkerParts } from '../../sandbox/messages.ts';
import type { Engine, Program } from '../engine.ts';
import { readPythonError } from './read-error.ts';

/** CPython in WebAssembly. A warm worker has it booted; a job brings the learner's files. Rejects when a file is missing. */
export async function loadPython(): Promise<Engine> {
  const [script, wasm, stdlib] = await Promise.all([fetchBlob(python.script), fetchBlob(python.wasm), fetchBlob(python.stdlib)]);
  // Later workers begin with the memory that one had just after its boot: five times as fast. The one that made it is
  // good for nothing else (its `js` module is a stand-in), so the first spare boots plainly and the maker follows.
  let snapshot: Blob | null = null;
  let isMakerDue = true;
  const worker = (isMaker: boolean): WorkerParts => ({ scripts: [script], data: { wasm, stdlib, snapshot, isMaker } });
  return {
    spare: () => worker(false),
    maker() {
      const isDue = isMakerDue;
      isMakerDue = false;
      return isDue ? worker(true) : null;
    },
    onMade(handedOver) {
      snapshot = handedOver;
    },
    onUnbootable() {
      const isWorthAnother = snapshot !== null;
      snapshot = null;
      return isWorthAnother;
    },
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
