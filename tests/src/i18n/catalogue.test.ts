import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogueFiles, compileCatalogues } from '../../../src/build/messages-plugin.ts';

const files = catalogueFiles('src/i18n/en');
const ids = Object.keys(compileCatalogues(files));
const sources = ['app', 'features', 'i18n', 'ui']
  .flatMap((room) => readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' }).map((name) => `src/${room}/${name}`))
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(name, 'utf8'))
  .join('\n');
/** Beginnings of ids that are put together: `player.type${…}`. */
const beginnings = [...sources.matchAll(/`([a-zA-Z]+\.[a-zA-Z]*)\$\{/g)].map((match) => match[1] ?? '');
const isSaid = (id: string): boolean => sources.includes(`'${id}'`) || beginnings.some((beginning) => id.startsWith(beginning));

describe('the catalogue', () => {
  it('holds no message that nobody says', () => {
    expect(ids.filter((id) => !isSaid(id))).toEqual([]);
  });

  it('holds every message that is said (ids the types cannot see included)', () => {
    const prefixes = [...new Set(ids.map((id) => id.split('.')[0]))].join('|');
    const said = [...sources.matchAll(new RegExp(`'((?:${prefixes})\\.[a-zA-Z]+)'`, 'g'))].map((match) => match[1] ?? '');
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('keeps one prefix to a file', () => {
    const mixed = files.filter((file) => new Set(Object.keys(messagesIn(file)).map((id) => id.split('.')[0])).size > 1);
    expect(mixed.map((file) => basename(file))).toEqual([]);
  });

  it('says nothing at the start whose words come later', () => {
    const first = ['app', 'features/dashboard'].flatMap((room) =>
      readdirSync(`src/${room}`, { encoding: 'utf8' }).map((name) => readFileSync(`src/${room}/${name}`, 'utf8')),
    );
    expect([...first.join('\n').matchAll(/'(course|data|library|player|settings)\.[a-zA-Z]+'/g)].map(([id]) => id)).toEqual([]);
  });

  it('never says "failed" to a learner', () => {
    const harsh = files.flatMap((file) => Object.entries(messagesIn(file))).filter(([, words]) => /\bfail(s|ed|ure)?\b/i.test(words));
    expect(harsh).toEqual([]);
  });
});

const messagesIn = (file: string): Record<string, string> => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
