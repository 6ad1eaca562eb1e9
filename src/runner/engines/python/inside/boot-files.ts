const typed = (file: Blob, type: string): Response => new Response(file, { headers: { 'Content-Type': type } });

/** Pyodide fetches its two files at boot; there is no network here, so they are answered from Blobs, then never again. */
export function answerBootFetches(scope: { fetch: typeof fetch }, files: { readonly [name: string]: Blob }): void {
  const native = scope.fetch;
  let left = Object.keys(files).length;
  scope.fetch = (input, init) => {
    const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    const name = url.slice(url.lastIndexOf('/') + 1);
    const file = files[name];
    if (file === undefined) return native(input, init);
    left -= 1;
    if (left === 0) scope.fetch = native;
    return Promise.resolve(typed(file, name.endsWith('.wasm') ? 'application/wasm' : 'application/zip'));
  };
}

/**
 * Compiles from now on, on other threads, while the memory's bytes come: Pyodide itself would begin only then. It finds
 * the module where it asks for one, once.
 */
export function compileAhead(wasm: typeof WebAssembly, file: Blob): void {
  const native = wasm.instantiateStreaming;
  const compiling = wasm.compileStreaming(typed(file, 'application/wasm'));
  // Heard by whoever asks; the boot may have failed before.
  compiling.catch(() => undefined);
  wasm.instantiateStreaming = async (_source, imports) => {
    wasm.instantiateStreaming = native;
    const module = await compiling;
    return { module, instance: await wasm.instantiate(module, imports) };
  };
}
