import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRecord, parseJson } from '../../core/json.ts';
import { readText } from './read-files.ts';

/** What an exercise's `.meta/config.json` says of its files; empty lists where it says nothing. */
export interface TrackConfig {
  readonly solution: readonly string[];
  readonly test: readonly string[];
  /** The reference solution: `example` of a practice exercise, `exemplar` of a concept's. */
  readonly example: readonly string[];
}

/**
 * The exercise's own config, then the patterns in the track's (`%{snake_slug}.py`). A config that is no JSON (a comma
 * forgotten) still gives its `files` where those can be read by themselves.
 */
export function readConfig(folder: string, slug: string): TrackConfig {
  const own = filesOf(readText(join(folder, '.meta/config.json')));
  const above = trackConfigFile(folder);
  const patterns = filesOf(above === null ? null : readText(above));
  // A pattern names what may be there, and counts where it is.
  const patterned = (key: string): string[] | null => {
    const named = (listAt(patterns, key) ?? []).map((pattern) => fillIn(pattern, slug));
    const files = named.filter((file) => existsSync(join(folder, file)));
    return files.length > 0 ? files : null;
  };
  const listOf = (...keys: string[]): string[] =>
    [...keys.map((key) => listAt(own, key)), ...keys.map(patterned)].find((list) => list !== null) ?? [];
  return { solution: listOf('solution'), test: listOf('test'), example: listOf('example', 'exemplar') };
}

/** The nearest config.json above: `track/exercises/practice/slug`. */
export function trackConfigFile(folder: string): string | null {
  for (let at = dirname(folder), steps = 0; steps < 3; at = dirname(at), steps++) {
    if (existsSync(join(at, 'config.json'))) return join(at, 'config.json');
  }
  return null;
}

type Files = Readonly<Record<string, unknown>>;

function filesOf(text: string | null): Files {
  if (text === null) return {};
  const whole = parseJson(text);
  if (isRecord(whole)) return isRecord(whole.files) ? whole.files : {};
  const [, part = ''] = /"files"\s*:\s*(\{[^{}]*\})/.exec(text) ?? [];
  const files = parseJson(part);
  return isRecord(files) ? files : {};
}

function listAt(files: Files, key: string): string[] | null {
  const value = files[key];
  const names = (Array.isArray(value) ? value : [value]).filter(isInside);
  return names.length > 0 ? names : null;
}

/** A file outside the exercise is none of its own, whoever names it. */
const isInside = (name: unknown): name is string => typeof name === 'string' && !name.split(/[\\/]/).includes('..');

function fillIn(pattern: string, slug: string): string {
  const words = slug.split('-');
  const pascal = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
  return pattern
    .replaceAll('%{kebab_slug}', slug)
    .replaceAll('%{snake_slug}', words.join('_'))
    .replaceAll('%{pascal_slug}', pascal)
    .replaceAll('%{camel_slug}', pascal.slice(0, 1).toLowerCase() + pascal.slice(1));
}
