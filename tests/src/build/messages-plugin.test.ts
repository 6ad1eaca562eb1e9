import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { catalogueFiles, compileCatalogues } from '../../../src/build/messages-plugin.ts';

const folder = mkdtempSync(join(tmpdir(), 'messages-'));
afterAll(() => rmSync(folder, { recursive: true }));

function catalogue(name: string, messages: Record<string, string>): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(messages));
  return file;
}

describe('compileCatalogues', () => {
  it('joins the files of a folder into one table of parsed messages', () => {
    const files = [catalogue('a.json', { 'a.x': 'Hint {n} of {total}' }), catalogue('b.json', { 'b.x': 'Check' })];
    expect(catalogueFiles(folder)).toEqual(files);
    expect(compileCatalogues(files)).toEqual({ 'a.x': ['Hint ', ['n'], ' of ', ['total']], 'b.x': ['Check'] });
  });

  it('names the file and the id of a message that is no ICU', () => {
    expect(() => compileCatalogues([catalogue('slip.json', { 'slip.x': '{n, plural, one {#}' })])).toThrow(/slip\.json: slip\.x/);
  });

  it('refuses an id that is told twice', () => {
    const files = [catalogue('one.json', { 'same.x': 'a' }), catalogue('two.json', { 'same.x': 'b' })];
    expect(() => compileCatalogues(files)).toThrow(/told twice/);
  });
});
