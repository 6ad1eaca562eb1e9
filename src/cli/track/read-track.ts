import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CodeLanguage } from '../../../db/models/enums.ts';
import { isRecord, parseJson } from '../../core/json.ts';
import { ok, type Result } from '../../core/result.ts';
import { licenceOf } from '../../packs/import/exercism/licence.ts';
import type { ListedExercise, Track, TrackDocs } from '../../packs/import/exercism/track.ts';
import { findExercises, type FoundExercise, type NoExercises } from './find-exercises.ts';
import { HABITS } from './languages.ts';
import { trackConfigFile } from './read-config.ts';
import { readExercise } from './read-exercise.ts';
import { readText } from './read-files.ts';

/**
 * The whole track that a folder belongs to or holds, in its own order: as its config.json lists the exercises, those it
 * does not list last. `language` null: the one that most of its tests are written in.
 */
export function readTrack(path: string, language: CodeLanguage | null): Result<Track, NoExercises> {
  const spoken = language ?? languageOf(path);
  const found = findExercises(path, HABITS[spoken]);
  if (!found.ok) return found;
  const [first] = found.value;
  const configFile = first === undefined ? null : trackConfigFile(first.folder);
  const config = recordOf(configFile === null ? null : readText(configFile));
  const listed = entriesOf(config);
  const places = new Map(listed.map(({ slug }, i) => [slug, i]));
  const place = (slug: string): number => places.get(slug) ?? listed.length;
  const folders = [...(configFile === null ? [] : [dirname(configFile)]), ...(first === undefined ? [] : [first.folder])];
  const exercises = found.value
    .toSorted((a, b) => place(a.slug) - place(b.slug))
    .map((each) => ({ each, meta: recordOf(readText(join(each.folder, '.meta/config.json'))) }));
  return ok({
    title: typeof config.language === 'string' ? `${config.language} track` : null,
    language: spoken,
    licence: folders.map(licenceIn).find((licence) => licence !== null) ?? null,
    authors: [...new Set(exercises.flatMap(({ meta }) => textsIn(meta.authors)))],
    exercises: exercises.map(({ each, meta }) => listedOf(each, meta, listed.find(({ slug }) => slug === each.slug) ?? {}, spoken)),
  });
}

function listedOf(found: FoundExercise, meta: Fields, entry: Fields, language: CodeLanguage): ListedExercise {
  const { slug, folder } = found;
  return {
    slug,
    uuid: textOr(entry.uuid, null),
    name: textOr(entry.name, slug.split('-').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ')),
    blurb: textOr(meta.blurb, ''),
    difficulty: typeof entry.difficulty === 'number' ? entry.difficulty : null,
    state: textOr(entry.status, ''),
    docs: docsIn(folder),
    read: readExercise(found, HABITS[language]),
  };
}

function docsIn(folder: string): TrackDocs {
  const text = (name: string): string => readText(join(folder, '.docs', name)) ?? '';
  const instructions = text('instructions.md') || text('description.md');
  return {
    introduction: text('introduction.md'),
    // Older tracks say everything in one file beside the code.
    instructions: instructions === '' ? (readText(join(folder, 'README.md')) ?? '') : instructions,
    appends: [text('introduction.append.md'), text('instructions.append.md')],
    hints: text('hints.md'),
  };
}

/** The language whose tests the first exercises have most of. */
function languageOf(path: string): CodeLanguage {
  const languages = Object.values(CodeLanguage);
  const counts = languages.map((language) => {
    const found = findExercises(path, HABITS[language]);
    return found.ok ? found.value.slice(0, SAMPLE).filter((each) => readExercise(each, HABITS[language]).ok).length : 0;
  });
  return languages[counts.indexOf(Math.max(...counts))] ?? 'python';
}

/** Exercises looked into to tell a track's language. */
const SAMPLE = 20;

function licenceIn(folder: string): string | null {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(?:\.md|\.txt)?$/i.test(name));
  return file === undefined ? null : licenceOf(readText(join(folder, file)) ?? '');
}

type Fields = Readonly<Record<string, unknown>>;

/** Concept exercises first: they teach what practice needs. */
function entriesOf({ exercises }: Fields): Fields[] {
  if (Array.isArray(exercises)) return exercises.filter(isRecord);
  if (!isRecord(exercises)) return [];
  return ['concept', 'practice'].flatMap((kind) => {
    const list = exercises[kind];
    return Array.isArray(list) ? list.filter(isRecord) : [];
  });
}

function recordOf(text: string | null): Fields {
  const value = text === null ? null : parseJson(text);
  return isRecord(value) ? value : {};
}

const textOr = <T extends string | null>(value: unknown, otherwise: T): string | T =>
  typeof value === 'string' && value.trim() !== '' ? value : otherwise;
const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);
