import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { mayImport, mayImportPackage, roomOf, ROOMS } from './rooms.ts';

const files = ['db', 'src', 'electron', 'seeds'].flatMap(sourcesIn);
const imports = new Map(files.map((file) => [file, importsOf(file)]));

describe('the house', () => {
  it('gives every file a room', () => {
    expect(files.filter((file) => roomOf(file) === null)).toEqual([]);
  });

  it('lets imports point only downward', () => {
    const breaches = files.flatMap((file) =>
      importsOf(file)
        .filter((to) => (to.startsWith('.') ? !mayImport(file, resolve(file, to)) : !mayImportPackage(file, packageOf(to))))
        .map((to) => `${file} imports ${to}`),
    );
    expect(breaches).toEqual([]);
  });

  it('has no cycle', () => {
    expect(files.map((file) => cycleFrom(file)).find((cycle) => cycle !== null)).toBeUndefined();
  });

  it('gives every top room a README', () => {
    const paths = ROOMS.map((room) => room.path.replace('/*', '')).filter((path) => existsSync(path) && statSync(path).isDirectory());
    expect([...paths, 'tests', 'tests/e2e'].filter((path) => !existsSync(`${path}/README.md`))).toEqual([]);
  });

  it('keeps files small: none over 350 lines, the median under 80', () => {
    const all = [...files, ...sourcesIn('tests')];
    const lengths = all.map((file) => readFileSync(file, 'utf8').split('\n').length - 1).sort((a, b) => a - b);
    expect(all.filter((file) => readFileSync(file, 'utf8').split('\n').length > 351)).toEqual([]);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(80);
  });

  it('catches a planted breach', () => {
    expect(mayImport('src/features/a/x.tsx', 'src/features/b/y.tsx')).toBe(false);
    expect(mayImport('db/versions/v1.ts', 'db/models/user.ts')).toBe(false);
    expect(mayImport('electron/main.ts', 'src/core/result.ts')).toBe(false);
    expect(mayImportPackage('src/core/x.ts', 'react')).toBe(false);
    expect(mayImport('src/features/a/x.tsx', 'src/features/a/y.tsx')).toBe(true);
  });
});

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'));
}

function importsOf(file: string): string[] {
  return ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles.map((i) => i.fileName.replace(/\?.*$/, ''));
}

function resolve(from: string, to: string): string {
  return normalize(join(dirname(from), to)).replaceAll('\\', '/');
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** Depth-first from `start`; the first way back to it, or null. */
function cycleFrom(start: string): string[] | null {
  const seen = new Set<string>();
  const walk = (file: string, path: string[]): string[] | null => {
    for (const to of (imports.get(file) ?? []).filter((t) => t.startsWith('.')).map((t) => resolve(file, t))) {
      if (to === start) return [...path, to];
      if (seen.has(to)) continue;
      seen.add(to);
      const found = walk(to, [...path, to]);
      if (found !== null) return found;
    }
    return null;
  };
  return walk(start, [start]);
}
