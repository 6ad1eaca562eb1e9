import { python } from 'virtual:engines';
import { ok } from '../../../core/result.ts';
import type { WorkerParts } from '../../sandbox/messages.ts';
import type { Engine, OnFraction, Program } from '../engine.ts';
import { fetchFiles } from '../fetch-files.ts';
import { readPythonError } from './read-error.ts';

/** CPython in WebAssembly. A warm worker has it booted; a job brings the learner's files. */
export function loadPython(onFraction: OnFraction): Engine {
  const paths = [python.script, python.wasm, python.stdlib];
  let files: readonly Blob[] = [];
  const loaded = fetchFiles(paths, onFraction).then((fetched) => (files = fetched));
  // Later workers begin with the memory that one had just after its boot: five times as fast. The one that made it is
  // good for nothing else (its `js` module is a stand-in), so the first spare boots plainly and the maker follows.
  let snapshot: Blob | null = null;
  let isMakerDue = true;
  const worker = (isMaker: boolean): WorkerParts => {
    const [script, wasm, stdlib] = files as [Blob, Blob, Blob];
    return { scripts: [script], data: { wasm, stdlib, snapshot, isMaker } };
  };
  return {
    loaded,
    // Their names carry their hashes.
    handoverKey: paths.join(' '),
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

function jobOf({ files, entry, task, limits: { outputBytes, memoryBytes } }: Program): unknown {
  const job = { files, entry, outputBytes, memoryBytes };
  return task.kind === 'check'
    ? { ...job, stdin: '', seed: 1, isInteractive: false, tests: task.tests }
    : { ...job, stdin: task.stdin, seed: task.seed, isInteractive: task.isInteractive, tests: null };
}
