import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CodeLanguage } from '../../../db/models/enums.ts';
import { didYouMean } from '../../core/did-you-mean.ts';
import { refusalOf, type Terminal } from '../terminal.ts';
import { toTable } from '../table.ts';
import type { Verb } from '../verb.ts';
import { newCourse } from './new-course.ts';
import { readArgs } from './read-args.ts';

const USAGE = `hornbook new FOLDER [options]

Writes a small course to begin with: one lesson, with three exercises and notes that teach the format. It passes
hornbook lint and hornbook check as it stands. FOLDER must be empty, or not there yet.

  --title T      what the course is called (FOLDER's name unless given)
  --language L   python (unless given), javascript, typescript, or none for a course without code
  --json         print { folder, id, title, language, files } instead of words

  hornbook new tea
  hornbook new courses/first-steps --title "First steps" --language javascript

Exit code: 0 it is there · 2 it could not be written, and nothing was.`;

const OPTIONS = { title: { type: 'string' }, language: { type: 'string' }, json: { type: 'boolean' } } as const;
const LANGUAGES = [...Object.keys(CodeLanguage), 'none'];

export const newVerb: Verb = { usage: USAGE, run: (args, terminal) => Promise.resolve(newCommand(args, terminal)) };

/** Exit codes: see the usage. */
function newCommand(args: readonly string[], { print, note }: Terminal): number {
  const refuse = refusalOf('new', { note });
  const read = readArgs('new', 'FOLDER', args, OPTIONS);
  if (!read.ok) return refuse(read.error.message);
  const { subject, values } = read.value;
  const { language = 'python' } = values;
  if (!LANGUAGES.includes(language)) {
    const near = didYouMean(language, LANGUAGES);
    return refuse(`"${language}" is no language that runs here. ${near === null ? `Choose ${LANGUAGES.join(', ')}.` : `Did you mean ${near}?`}`);
  }
  const folder = resolve(subject);
  const name = basename(folder);
  const title = (values.title ?? titleOf(name)).trim();
  if (title === '') return refuse('--title is empty. Give the course a name, or leave it out.');
  const id = idOf(name) || idOf(title) || 'my-course';
  const files = newCourse({ id, title, language: isLanguage(language) ? language : null });
  const problem = writeAll(folder, files);
  if (problem !== null) return refuse(problem);
  if (values.json === true) {
    print(JSON.stringify({ folder, id, title, language: isLanguage(language) ? language : null, files: Object.keys(files) }, null, 2));
    return 0;
  }
  print(`A course to begin with is in ${subject}:\n`);
  for (const path of Object.keys(files)) print(`  ${path}`);
  print('\nOpen them in your editor: the notes in them say what is what. Then:\n');
  const next = [
    [`hornbook preview ${quoted(subject)}`, 'see it as a learner does, while you write'],
    [`hornbook lint ${quoted(subject)}`, 'is everything written as it should be?'],
    [`hornbook check ${quoted(subject)}`, 'does every solution pass, and no starter?'],
    [`hornbook build ${quoted(subject)}`, 'one file to hand out'],
  ];
  for (const line of toTable(next)) print(`  ${line}`);
  return 0;
}

/** Whole or not at all: written beside it and then put in its place. Gives why not, or null. */
function writeAll(folder: string, files: { readonly [path: string]: string }): string | null {
  if (existsSync(folder) && !statSync(folder).isDirectory()) return `${folder} is a file. Name a folder.`;
  if (existsSync(folder) && readdirSync(folder).length > 0) return `${folder} is not empty, and stays as it is. Name a folder that is not there yet.`;
  const making = `${folder}.${process.pid}.part`;
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(making, path)), { recursive: true });
      writeFileSync(join(making, path), text);
    }
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(making, folder);
    return null;
  } catch (error) {
    if (existsSync(making)) rmSync(making, { recursive: true });
    return `${folder} cannot be written (${error instanceof Error ? error.message : String(error)}).`;
  }
}

const isLanguage = (text: string): text is CodeLanguage => Object.hasOwn(CodeLanguage, text);

/** Small letters, digits and `-`; empty where nothing of the name is left. */
const idOf = (name: string): string =>
  name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

/** `first-steps` → `First steps` */
function titleOf(name: string): string {
  const words = name.replace(/[-_.\s]+/g, ' ').trim();
  return words === '' ? 'A new course' : words.charAt(0).toUpperCase() + words.slice(1);
}

const quoted = (path: string): string => (/[^\w./\\:-]/.test(path) ? `"${path}"` : path);
