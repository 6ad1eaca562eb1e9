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
    const type = name.endsWith('.wasm') ? 'application/wasm' : 'application/zip';
    return Promise.resolve(new Response(file, { headers: { 'Content-Type': type } }));
  };
}
