import * as v from 'valibot';
import type { CodeLanguage, DifficultyLevel } from '../../../../db/models/enums.ts';
import type { CodeFiles } from '../../../../db/models/exercise.ts';
import { fileName } from '../../source/code-shapes.ts';
import type { ImportedExercise, ImportedItem } from '../imported.ts';
import type { DocWords } from './docs.ts';
import type { ListedExercise, TrackExercise } from './track.ts';

/** Taken, but not what the track would give to a learner today. */
const STATES: { readonly [state: string]: string | undefined } = {
  deprecated: 'The track has retired it (deprecated).',
  wip: 'The track calls it unfinished (wip).',
};

/** One exercise with the track's own tests, run as the track runs them. */
export function exerciseToItem(listed: ListedExercise, words: DocWords, language: CodeLanguage): ImportedItem {
  const { slug, uuid, name, read, state } = listed;
  const base = { sourceId: uuid ?? slug, title: name, kind: `${language} exercise` };
  const skip = (reason: string): ImportedItem => ({ ...base, status: 'skipped', reason: `${upperFirst(reason)}.`, exercise: null });
  if (!read.ok) return skip(read.error.reason);
  const { solution, tests, others } = read.value;
  if (!solution.ok) return skip(solution.error.reason);
  const starter = starterFiles(read.value, solution.value);
  const bad = [...Object.keys(starter), ...tests.map(({ file }) => file)].find((file) => !isFileName(file));
  if (bad !== undefined) return skip(`its file \`${bad}\` has a name that cannot be kept`);

  const kept = Object.entries(others).filter(([file]) => isFileName(file));
  const exercise: ImportedExercise = {
    type: 'CODE_COMPLETION',
    language,
    level: levelOf(listed.difficulty),
    prompt: promptOf(listed, read.value.entry),
    files: { ...Object.fromEntries(kept), ...starter },
    entry: read.value.entry,
    solutions: solution.value,
    tests: tests.map(({ file, source }, i) => ({ id: `t${i + 1}`, name: file, visible: true, testFile: { file, source, runSkipped: true } })),
    hints: [...words.hints],
  };
  const left = Object.keys(others).filter((file) => !isFileName(file));
  const reasons = [
    STATES[state] ?? '',
    words.lost.length === 0 ? '' : `Without ${words.lost.join('; ')}.`,
    left.length === 0 ? '' : `Without ${left.map((file) => `\`${file}\``).join(', ')}, whose names cannot be kept.`,
  ].filter((reason) => reason !== '');
  return {
    ...base,
    status: reasons.length === 0 ? 'imported' : 'degraded',
    reason: reasons.join(' '),
    exercise,
  };
}

/** A file that the solution has and the track does not give to begin with is begun empty. */
function starterFiles({ starter, entry }: TrackExercise, solution: CodeFiles): CodeFiles {
  const empty = Object.fromEntries([entry, ...Object.keys(solution)].map((file) => [file, '']));
  return starter.ok ? { ...empty, ...starter.value } : empty;
}

const isFileName = (file: string): boolean => v.is(fileName, file);

/** A track's ten steps in our three. */
function levelOf(difficulty: number | null): DifficultyLevel {
  if (difficulty === null || difficulty <= 3) return 'BEGINNER';
  return difficulty <= 6 ? 'INTERMEDIATE' : 'ADVANCED';
}

function promptOf({ name, blurb }: ListedExercise, entry: string): string {
  const about = blurb.trim() === '' ? `**${name}**` : `**${name}**: ${blurb.trim()}`;
  return `${about}\n\nThe lesson says what is asked. Write it in \`${entry}\` and make the tests pass.`;
}

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
