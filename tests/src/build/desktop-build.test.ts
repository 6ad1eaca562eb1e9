import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDesktop } from '../../../src/build/desktop-build.ts';

describe("the desktop shell's bundles", () => {
  let folder: string;
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shell-'));
    await buildDesktop(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are the two files that Electron loads', () => {
    expect(readdirSync(folder).sort()).toEqual(['main.js', 'preload.cjs']);
    const { main } = JSON.parse(readFileSync('package.json', 'utf8')) as { main: string };
    expect(main).toBe('dist-electron/main.js');
  });

  it('need nothing but Electron and Node: no node_modules is packed', () => {
    const imported = [...read('main.js').matchAll(/from "([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(imported).toContain('electron');
    expect(imported.filter((name) => name !== 'electron' && !name.startsWith('node:'))).toEqual([]);
  });

  it('give the sandboxed preload what it may have: CommonJS, and Electron alone', () => {
    const required = [...read('preload.cjs').matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name);
    expect(required).toEqual(['electron']);
    expect(read('preload.cjs')).not.toMatch(/^(import|export) /m);
  });
});
