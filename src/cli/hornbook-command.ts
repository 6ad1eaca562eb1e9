import { didYouMean } from '../core/did-you-mean.ts';
import { MISUSED, type Terminal } from './terminal.ts';
import { toTable } from './table.ts';
import type { Verb } from './verb.ts';

interface Entry {
  readonly about: string;
  /** A verb's code, and the browser it may need, is loaded when it is asked for. */
  readonly load: () => Promise<Verb>;
}

const VERBS: { readonly [name: string]: Entry } = {
  backup: {
    about: 'look into a backup, verify it, write it for another version',
    load: async () => (await import('./backup/backup-command.ts')).backupVerb,
  },
  build: {
    about: 'make one file of a course, for learners to add',
    load: async () => (await import('./exchange/build-command.ts')).buildVerb,
  },
  check: {
    about: 'let a course prove what it promises: run its solutions, starters and known mistakes',
    load: async () => (await import('./author/check-command.ts')).checkVerb,
  },
  explain: {
    about: 'run a program and tell what its error means, as a learner is told it',
    load: async () => (await import('./explain-command.ts')).explainVerb,
  },
  export: {
    about: 'write a course as its source, or for other programs',
    load: async () => (await import('./exchange/export-command.ts')).exportVerb,
  },
  grade: {
    about: "grade answers by the app's own grader",
    load: async () => (await import('./exchange/grade-command.ts')).gradeVerb,
  },
  import: {
    about: 'make a course of questions that you have: Moodle, GIFT, QTI, Anki …',
    load: async () => (await import('./exchange/import-command.ts')).importVerb,
  },
  inspect: {
    about: 'tell what is in a course',
    load: async () => (await import('./exchange/inspect-command.ts')).inspectVerb,
  },
  lint: {
    about: 'tell everything that is wrong with how a course is written',
    load: async () => (await import('./author/lint-command.ts')).lintVerb,
  },
  new: {
    about: 'write a small course to begin with',
    load: async () => (await import('./author/new-command.ts')).newVerb,
  },
  preview: {
    about: 'show a course in the app as it is written',
    load: async () => (await import('./author/preview-command.ts')).previewVerb,
  },
  'run-track': {
    about: "run a track's solutions and starters with its own tests, and report",
    load: async () => (await import('./track/run-track-command.ts')).runTrackVerb,
  },
  schema: {
    about: 'print the format of courses as JSON Schema',
    load: async () => (await import('./exchange/schema-command.ts')).schemaVerb,
  },
};

/** `hornbook VERB …`. Exit codes: the verb's own; 2 when there is no such verb. */
export async function hornbook(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = 'help', ...rest] = args;
  if (name === 'help' || name === '--help' || name === '-h') {
    const [about] = rest;
    return about === undefined ? help(terminal) : hornbook([about, '--help'], terminal);
  }
  const entry = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (entry === undefined) {
    const near = didYouMean(name, Object.keys(VERBS));
    const hint = near === null ? 'hornbook help lists what there is.' : `Did you mean: hornbook ${near}?`;
    terminal.note(`hornbook: there is no "${name}". ${hint}\n`);
    return MISUSED;
  }
  const verb = await entry.load();
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.print(verb.usage);
    return 0;
  }
  return verb.run(rest, terminal);
}

function help({ print }: Terminal): number {
  print('hornbook VERB …\n\nFor authors and operators of Hornbook.\n');
  for (const line of toTable(Object.entries(VERBS).map(([name, { about }]) => [name, about]))) print(`  ${line}`);
  print('\nhornbook help VERB tells more of one. Without the program on your path: npm run hornbook -- VERB …');
  return 0;
}
