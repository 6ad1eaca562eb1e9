import { spawn } from 'node:child_process';
import { utimesSync } from 'node:fs';
import { packErrorToText } from '../../packs/pack-error.ts';
import type { PreviewSource } from '../../packs/preview-source.ts';
import { refusalOf, type Terminal } from '../terminal.ts';
import type { Verb } from '../verb.ts';
import { buildApp } from './build-app.ts';
import { openCourse } from './open-course.ts';
import { readArgs } from './read-args.ts';
import { servePreview } from './serve-preview.ts';
import { countOf } from './tell-findings.ts';

const DEFAULT_PORT = 4180;

const USAGE = `hornbook preview FOLDER|PACK [options]

Shows a course as a learner sees it: in the app's own player, on this machine alone, in a browser of yours. What you
save appears at once, in its place. A version with findings is not shown; they are told on the page and here.
The preview keeps nothing, and touches nothing of what you learn in Hornbook yourself. Ctrl+C ends it.

  --port N   listen on this port (${DEFAULT_PORT} unless given, or a free one where that is taken)
  --open     open the page in your browser
  --json     print { url } on a line, then { course, version, ok, reason, findings } on a line after each save

  hornbook preview my-course --open

Exit code: 0 ended by Ctrl+C · 2 it could not be carried out as written.`;

const OPTIONS = { port: { type: 'string' }, open: { type: 'boolean' }, json: { type: 'boolean' } } as const;

export const previewVerb: Verb = { usage: USAGE, run: previewCommand };

/** Exit codes: see the usage. */
async function previewCommand(args: readonly string[], { print, note, interrupted }: Terminal): Promise<number> {
  const refuse = refusalOf('preview', { note });
  const read = readArgs('preview', 'FOLDER', args, OPTIONS);
  if (!read.ok) return refuse(read.error.message);
  const { subject: path, values } = read.value;
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return refuse(`--port ${values.port ?? ''} is no port. Give a whole number from 1 to 65535.`);
  const opened = await openCourse(path);
  if (!opened.ok && opened.error.type === 'Misused') return refuse(opened.error.message);

  const build = await buildApp(() => note('Building the app, which is done once …\n'));
  const onSource = (source: PreviewSource): void => {
    if (values.json === true) print(JSON.stringify(toJson(source)));
    else note(`${new Date().toTimeString().slice(0, 8)}  ${wordsOf(source)}\n`);
  };
  const serve = (on: number) => servePreview({ build, path, port: on, onSource });
  const isTaken = (error: unknown): boolean => (error as { readonly code?: unknown }).code === 'EADDRINUSE';
  let server;
  try {
    server = await serve(port).catch((error: unknown) => (values.port === undefined && isTaken(error) ? serve(0) : Promise.reject(error as Error)));
  } catch (error) {
    if (isTaken(error)) return refuse(`port ${port} is taken. Name another, or leave --port out.`);
    throw error;
  }
  // Others clear away builds that nobody has used for an hour.
  const keep = setInterval(() => utimesSync(build, new Date(), new Date()), KEEP_EVERY_MS);
  if (values.json === true) print(JSON.stringify({ url: server.url }));
  else print(`\n  ${path} is shown at ${server.url}\n\n  Only this machine can reach it. Ctrl+C ends it.\n`);
  if (values.open === true) openInBrowser(server.url, note);
  await new Promise<void>((resolve) => {
    if (interrupted.aborted) resolve();
    else interrupted.addEventListener('abort', () => resolve(), { once: true });
  });
  clearInterval(keep);
  await server.close();
  return 0;
}

const KEEP_EVERY_MS = 600_000;

function toJson({ course, reason, findings }: PreviewSource): object {
  const isGood = reason === null && findings.length === 0;
  return { course: course?.id ?? null, version: course?.version ?? null, ok: isGood, reason, findings: findings.map(packErrorToText) };
}

function wordsOf({ course, reason, findings }: PreviewSource): string {
  if (reason === null && findings.length === 0) return `${course?.id ?? ''} ${course?.version ?? ''} is shown`;
  const kept = course === null ? 'nothing is shown yet' : 'the version before is still shown';
  const lines = [...(reason === null ? [] : [reason]), ...findings.map(packErrorToText)].map((line) => `\n          ${line}`);
  return `${findings.length === 0 ? 'it cannot be read' : countOf(findings.length, 'finding')}; ${kept}${lines.join('')}`;
}

function openInBrowser(url: string, note: Terminal['note']): void {
  const [command, ...before] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform as string] ?? ['xdg-open'];
  const child = spawn(command ?? '', [...before, url], { stdio: 'ignore', detached: true });
  child.on('error', () => note('No browser could be opened from here: open the address yourself.\n'));
  child.unref();
}
