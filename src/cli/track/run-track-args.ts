import { parseArgs } from 'node:util';
import { CodeLanguage } from '../../../db/models/enums.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { didYouMean } from '../../core/did-you-mean.ts';
import { badJobs, readJobs } from '../open-slots.ts';

export const RUN_TRACK_USAGE = `hornbook run-track FOLDER --language python|javascript|typescript [options]

Runs the reference solutions and the starters of an Exercism-style track with the track's own tests, through the
app's own sandbox, engines and grader in a headless Chromium, and reports which pass.

FOLDER may be a track's root, its "exercises" folder, a folder of exercises, or one exercise.

  --language L   python, javascript or typescript
  --json FILE    write { cases: [{ id, solution: { outcome, reason, ms }, starter: { … } }] } to FILE
  --only LIST    these exercises alone: ids parted by commas, * for any part of one (may be given again)
  --trusted      run in Node instead of a browser. There an engine is NO sandbox: for your own code only
  --jobs N       so many at a time (one a core unless given)

Outcomes: passed, failed, error, timed-out, out-of-memory, too-much-output, died, tampered, stopped, skipped.
Exit code: 0 every solution passed · 1 some did not (a skipped one has not) · 2 it could not be run as written ·
130 Ctrl+C (what was done until then is in FILE).`;

export interface RunTrackArgs {
  readonly folder: string;
  readonly language: CodeLanguage;
  readonly json: string | null;
  /** Empty: all. */
  readonly only: readonly string[];
  readonly isTrusted: boolean;
  readonly jobs: number;
}

export interface BadArgs {
  readonly type: 'BadArgs';
  /** What is wrong, and what to write instead. */
  readonly message: string;
}

const OPTIONS = {
  language: { type: 'string' },
  json: { type: 'string' },
  only: { type: 'string', multiple: true },
  trusted: { type: 'boolean' },
  jobs: { type: 'string' },
} as const;
const LANGUAGES = Object.keys(CodeLanguage);

export function readRunTrackArgs(args: readonly string[]): Result<RunTrackArgs, BadArgs> {
  const stranger = args.find((arg) => /^--?[a-z]/i.test(arg) && !Object.hasOwn(OPTIONS, nameOf(arg)));
  if (stranger !== undefined) {
    const near = didYouMean(nameOf(stranger), Object.keys(OPTIONS));
    const hint = near === null ? 'hornbook run-track --help lists them.' : `Did you mean --${near}?`;
    return bad(`there is no option ${stranger.replace(/=.*$/, '')}. ${hint}`);
  }
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return bad(`${error instanceof Error ? error.message : String(error)}. hornbook run-track --help tells how to write it.`);
  }
  const { values, positionals } = parsed;
  const [folder, ...more] = positionals;
  if (folder === undefined) return bad("no folder is named. Name a track's folder: hornbook run-track FOLDER --language python");
  if (more.length > 0) return bad(`one folder at a time, please: "${more.join(' ')}" is too much.`);
  const { language } = values;
  if (language === undefined) return bad(`the language is not given. Add --language ${LANGUAGES.join('|')}`);
  if (!isLanguage(language)) {
    const near = didYouMean(language, LANGUAGES);
    return bad(`"${language}" is no language that runs here. ${near === null ? `Choose ${LANGUAGES.join(', ')}.` : `Did you mean ${near}?`}`);
  }
  const jobs = readJobs(values.jobs);
  if (jobs === null) return bad(badJobs(values.jobs));
  const only = (values.only ?? []).flatMap((list) => list.split(',')).map((part) => part.trim()).filter((part) => part !== '');
  return ok({ folder, language, json: values.json ?? null, only, isTrusted: values.trusted ?? false, jobs });
}

/** Whether an id is among those asked for; `*` stands for anything. */
export function isWanted(id: string, only: readonly string[]): boolean {
  return only.length === 0 || only.some((pattern) => toPattern(pattern).test(id));
}

function toPattern(glob: string): RegExp {
  const parts = glob.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^(?:.*/)?${parts.join('.*')}$`);
}

const nameOf = (arg: string): string => arg.replace(/^--?/, '').replace(/=.*$/, '');
const isLanguage = (text: string): text is CodeLanguage => Object.hasOwn(CodeLanguage, text);
const bad = (message: string): Result<never, BadArgs> => fail({ type: 'BadArgs', message });
