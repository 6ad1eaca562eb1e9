/** Made by `src/build/engine-assets.ts`. */
declare module 'virtual:engines' {
  /** Where the files of Python's engine are, as addresses relative to the page. */
  export const python: { readonly script: string; readonly wasm: string; readonly stdlib: string };
}

declare module 'virtual:engines/javascript' {
  /** The text of `engines/javascript/inside`, one classic script that leaves `startHarness` in its scope. */
  const inside: string;
  export default inside;
  /** What runs assert blocks and files of tests, the same way: it leaves `createTesting`. */
  export const testing: string;
}
