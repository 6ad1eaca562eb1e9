import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeFiles } from '../../../db/models/exercise.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Missing, TrackExercise } from '../../packs/import/exercism/track.ts';
import type { FoundExercise } from './find-exercises.ts';
import { isTypeTest, type Habits } from './languages.ts';
import { placeExamples } from './place-examples.ts';
import { readConfig, type TrackConfig } from './read-config.ts';
import { readText, readTextFiles } from './read-files.ts';

/** Reads one exercise; fails when there is nothing to run. */
export function readExercise({ id, slug, folder }: FoundExercise, habits: Habits): Result<TrackExercise, Missing> {
  const config = readConfig(folder, slug);
  const files = readTextFiles(folder);
  const examples = exampleFiles(config, folder, files, slug, habits);
  const listedTests = config.test.length > 0 ? config.test : [...files.keys()].filter((file) => habits.isTest.test(file));
  const sources = listedTests.flatMap((file) => pair(file, files.get(file) ?? readText(join(folder, file))));
  const isRun = (file: string): boolean => habits.isCode.test(file) && !isTypeTest(file);
  const tests = sources.filter(([file, source]) => isRun(file) && habits.holdsTests.test(source));
  if (tests.length === 0) return fail({ type: 'Missing', reason: whyNoTests(listedTests, sources.length) });

  const isTaken = new Set([...tests.map(([file]) => file), ...Object.keys(examples)]);
  const names = config.solution.length > 0 ? config.solution : solutionNames(slug, files, isTaken, habits);
  const starter = names.flatMap((file) => pair(file, files.get(file) ?? readText(join(folder, file))));
  const others = [...files].filter(([file]) => !isTaken.has(file) && !names.includes(file) && !isTypeTest(file));
  const absent = names.filter((file) => !starter.some(([name]) => name === file));
  return ok({
    id,
    entry: names[0] ?? habits.fileOf(slug),
    starter: absent.length > 0 ? missing(`there is no ${absent.join(', ')} to begin with`) : ok(Object.fromEntries(starter)),
    solution:
      Object.keys(examples).length === 0
        ? missing(config.example.length > 0 ? `there is no ${config.example.join(', ')}` : 'there is no reference solution')
        : // A solution in fewer files than the exercise has leaves the others as they are.
          ok({ ...Object.fromEntries(starter), ...placeExamples(examples, names) }),
    others: Object.fromEntries(others),
    tests: tests.map(([file, source]) => ({ file, source })),
  });
}

/** As the config names them; else `.meta/example.*` and its like, else (older tracks) `example.*` beside the tests. */
function exampleFiles(
  config: TrackConfig,
  folder: string,
  files: ReadonlyMap<string, string>,
  slug: string,
  habits: Habits,
): CodeFiles {
  const isExample = (name: string): boolean =>
    /^(?:example|exemplar|proof\.ci|solution)\b/i.test(name) && habits.isCode.test(name) && !habits.isTest.test(name);
  const listed = config.example.flatMap((file) => pair(file, readText(join(folder, file))));
  if (config.example.length > 0) return Object.fromEntries(listed);
  const hidden = namesIn(join(folder, '.meta')).filter(isExample).map((name) => `.meta/${name}`);
  const beside = [...files.keys()].filter((name) => isExample(name) && name !== habits.fileOf(slug));
  return Object.fromEntries((hidden.length > 0 ? hidden : beside).flatMap((file) => pair(file, readText(join(folder, file)))));
}

/** The file that bears the exercise's name, else all code that is neither a test nor an example. */
function solutionNames(slug: string, files: ReadonlyMap<string, string>, isTaken: ReadonlySet<string>, habits: Habits): string[] {
  const own = habits.fileOf(slug);
  if (files.has(own)) return [own];
  const code = [...files.keys()].filter((name) => habits.isCode.test(name) && !isTaken.has(name) && !isTypeTest(name));
  return code.length > 0 ? code : [own];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function whyNoTests(listed: readonly string[], readable: number): string {
  if (listed.length === 0) return 'there are no tests of this language';
  if (readable === 0) return `there is no ${listed.join(', ')}`;
  if (listed.every(isTypeTest)) return 'its tests are about types alone, which are not run';
  return `no test stands in ${listed.join(', ')}`;
}

const missing = (reason: string): { readonly ok: false; readonly error: Missing } => fail({ type: 'Missing', reason });
const pair = (file: string, text: string | null): [string, string][] => (text === null ? [] : [[file, text]]);
