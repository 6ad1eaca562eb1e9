import type { CodeLanguage } from '../../../db/models/enums.ts';

const ENDINGS: Readonly<Record<string, CodeLanguage>> = {
  ...{ py: 'python', pyi: 'python' },
  ...{ js: 'javascript', mjs: 'javascript', cjs: 'javascript', jsx: 'javascript' },
  ...{ ts: 'typescript', mts: 'typescript', cts: 'typescript', tsx: 'typescript' },
};

/** The language of a file by its ending; null: plain text (data, say). A name without an ending is of the exercise's own. */
export function fileLanguage(file: string, ofExercise: CodeLanguage): CodeLanguage | null {
  const dot = file.lastIndexOf('.');
  return dot < 0 ? ofExercise : (ENDINGS[file.slice(dot + 1).toLowerCase()] ?? null);
}
