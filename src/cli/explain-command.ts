import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { CodeLanguage } from '../../db/models/enums.ts';
import { explain } from '../core/explain/explain.ts';
import { rulesFor } from '../core/explain/rules-for.ts';
import { seeError, type Place, type Program } from '../core/explain/seen-error.ts';
import type { CodeError, Outcome, RunResult } from '../core/run-result.ts';
import { plainWords, sayRules } from '../i18n/explain-words.ts';
import { readArgs } from './author/read-args.ts';
import { openSlots, TRUSTED_WORDS } from './open-slots.ts';
import { NoBrowser, workOn } from './slots.ts';
import { INTERRUPTED, refusalOf, type Terminal } from './terminal.ts';
import type { Verb } from './verb.ts';

const USAGE = `hornbook explain FILE [options]

Runs a program as the app does, in its sandbox in a headless Chromium, and tells its error as a learner is told it: what
it means, where, and what to try.

  --language L   python, javascript or typescript (by FILE's ending unless given)
  --stdin FILE   what the program may read
  --json         print { outcome, error: { type, message, line, file } | null, rule: id | null, place: { file, line } | null,
                 words: { means, try } | null }
  --trusted      run it in Node instead of a browser. There an engine is NO sandbox: for your own code only

  hornbook explain homework.py --json

Exit code: 0 the program ended, or its error is explained · 1 no rule knows its error, or it was stopped · 2 misused · 130 Ctrl+C.`;

const OPTIONS = { language: { type: 'string' }, stdin: { type: 'string' }, json: { type: 'boolean' }, trusted: { type: 'boolean' } } as const;
const ENDINGS: { readonly [ending: string]: CodeLanguage } = { py: 'python', js: 'javascript', mjs: 'javascript', ts: 'typescript' };
const LANGUAGES = Object.values(CodeLanguage);

export const explainVerb: Verb = { usage: USAGE, run: explainCommand };

/** What `--json` prints. */
interface Told {
  readonly outcome: Outcome;
  readonly error: (Pick<CodeError, 'type' | 'message' | 'line'> & { readonly file: string | null }) | null;
  readonly rule: string | null;
  readonly place: Place | null;
  readonly words: { readonly means: string; readonly try: string } | null;
}

/** Exit codes: see the usage. */
async function explainCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const refuse = refusalOf('explain', terminal);
  const read = readArgs('explain', 'FILE', args, OPTIONS);
  if (!read.ok) return refuse(read.error.message);
  const { subject, values: { language: named, stdin, json: isJson = false, trusted: isTrusted = false } } = read.value;
  const missing = [subject, stdin].find((file) => file !== undefined && !(existsSync(file) && statSync(file).isFile()));
  if (missing !== undefined) return refuse(`there is no file ${missing}.`);
  const wanted = named ?? ENDINGS[subject.split('.').at(-1) ?? ''] ?? '';
  const language = LANGUAGES.find((known) => known === wanted);
  if (language === undefined) return refuse(`"${wanted}" is no language that runs here: --language ${LANGUAGES.join(', ')}.`);

  const entry = basename(subject);
  const program: Program = { language, entry, files: { [entry]: readFileSync(subject, 'utf8').replace(/^\uFEFF/, '') } };
  if (isTrusted) terminal.note(TRUSTED_WORDS);
  let run: RunResult | null;
  try {
    run = await runOnce(program, stdin === undefined ? '' : readFileSync(stdin, 'utf8'), isTrusted, terminal);
  } catch (reason) {
    if (reason instanceof NoBrowser) return refuse(reason.message);
    throw reason;
  }
  if (run === null) return terminal.interrupted.aborted ? INTERRUPTED : refuse('the browser that ran it was lost.');
  const told = await tell(run, program);
  terminal.print(isJson ? JSON.stringify(told) : asText(told));
  return told.rule !== null || told.outcome === 'finished' ? 0 : 1;
}

/** Null: Ctrl+C, or the place where it ran was lost twice. */
async function runOnce({ language, entry, files }: Program, stdin: string, isTrusted: boolean, { note, interrupted }: Terminal): Promise<RunResult | null> {
  const opened = await openSlots(isTrusted, { language, count: 1, signal: interrupted }, note);
  const close = (): void => void opened.close();
  interrupted.addEventListener('abort', close, { once: true });
  try {
    const [slot] = opened.slots;
    if (slot === undefined) return null;
    return await workOn<RunResult | null>(slot, interrupted, (place) => place.run({ language, files, entry, stdin }), () => null);
  } finally {
    interrupted.removeEventListener('abort', close);
    await opened.close();
  }
}

async function tell({ outcome, error }: RunResult, program: Program): Promise<Told> {
  if (error === null) return { outcome, error: null, rule: null, place: null, words: null };
  const seen = seeError(error, program);
  const found = explain(seen, await rulesFor(program.language));
  const { type, message, line } = error;
  return {
    outcome,
    error: { type, message, line, file: seen.place?.file ?? null },
    rule: found?.rule ?? null,
    place: found?.place ?? seen.place,
    words: found === null ? null : await wordsOf(found.rule, found.params, program.language),
  };
}

/** The build's plugin serves the catalogue to the app; here it is compiled on the spot. */
async function wordsOf(rule: string, params: Parameters<ReturnType<typeof sayRules>>[1], language: CodeLanguage): Promise<NonNullable<Told['words']>> {
  const { compileCatalogues } = await import('../build/messages-plugin.ts');
  const { ROOT } = await import('./cached-build.ts');
  const file = `${ROOT}/src/i18n/en/explain-${language === 'python' ? 'python' : 'javascript'}.json`;
  const words = sayRules(compileCatalogues([file]) as Parameters<typeof sayRules>[0], 'en')(rule, params);
  return { means: plainWords(words.means), try: plainWords(words.try) };
}

function asText({ outcome, error, rule, place, words }: Told): string {
  if (error === null) return outcome === 'finished' ? 'The program ended without an error.' : `The program was stopped: ${outcome}.`;
  const at = place === null ? '' : `${place.file}:${place.line}: `;
  const lines = [`${at}${error.type}: ${error.message}`];
  if (words !== null) lines.push('', `What this means: ${words.means}`, `What to try: ${words.try}`, '', `(${rule ?? ''})`);
  return lines.join('\n');
}
