/** Pyodide as its manual says, in a plain module worker: what ours is measured against. */
export const RAW_PYTHON = `
import { loadPyodide } from './pyodide/pyodide.mjs';
let python;
const run = {
  async boot() {
    python = await loadPyodide({ indexURL: './pyodide/' });
    return 'booted';
  },
  /** A fresh program for each call, as ours. */
  calls({ code, calls }) {
    return calls.map((call) => {
      const globals = python.toPy({});
      python.runPython(code, { globals });
      const value = python.runPython(call, { globals });
      globals.destroy();
      return value;
    });
  },
  file({ files, module }) {
    for (const [name, text] of Object.entries(files)) python.FS.writeFile(name, text);
    return python.runPython(\`
import importlib, sys, unittest
for name in ("\${module}", "main"):
    sys.modules.pop(name, None)
importlib.invalidate_caches()
result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromModule(importlib.import_module("\${module}")).run(result)
f"{result.testsRun} {len(result.failures) + len(result.errors)}"\`);
  },
  print({ code }) {
    let output = '';
    python.setStdout({ batched: (text) => { output += text + '\\n'; } });
    python.runPython(code);
    return output;
  },
};
onmessage = async ({ data }) => {
  let said;
  for (const step of [data].flat()) said = await run[step.kind](step);
  postMessage(said);
};
`;

/** The same for JavaScript: a worker a check, the code being its script. */
export const rawJavaScript = (code: string, calls: readonly string[]): string => `
onmessage = () => postMessage([${calls.map((call) => `() => { ${code}\nreturn ${call}; }`).join(', ')}].map((run) => run()));
`;
