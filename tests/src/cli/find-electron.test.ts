import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findElectron } from '../../../src/cli/find-electron.ts';

describe("Electron's binary", () => {
  let folder: string;
  const put = (path: string, text = ''): string => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
    return join(folder, path);
  };
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'electron-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const find = (override?: string): string | null => findElectron({ folder, override, platform: 'linux' });

  it('is not there when npm installed the launcher alone', () => {
    expect(find()).toBeNull();
  });

  it('is where the launcher noted it', () => {
    put('path.txt', 'electron');
    expect(find()).toBeNull();
    const binary = put('dist/electron');
    expect(find()).toBe(binary);
  });

  it('may be one of the user', () => {
    const binary = put('own/electron');
    expect(find(join(folder, 'own'))).toBe(binary);
    expect(find(join(folder, 'none'))).toBeNull();
  });
});
