import { build, type InlineConfig } from 'vite';

/**
 * Bundles the desktop shell into `outDir`: main as a module, preload as CommonJS, which is all that a sandboxed
 * preload may be.
 */
export async function buildDesktop(outDir: string): Promise<void> {
  await build(shell(outDir, { entry: 'electron/main.ts', fileName: 'main.js', format: 'es' }));
  await build(shell(outDir, { entry: 'electron/preload.ts', fileName: 'preload.cjs', format: 'cjs' }));
}

interface Part {
  readonly entry: string;
  readonly fileName: string;
  readonly format: 'es' | 'cjs';
}

function shell(outDir: string, { entry, fileName, format }: Part): InlineConfig {
  return {
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      target: 'node22',
      ssr: entry,
      rolldownOptions: { external: ['electron'], output: { format, entryFileNames: fileName, codeSplitting: false } },
    },
  };
}
