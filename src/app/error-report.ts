/** Frames of the stack at most: the first ones tell. */
const FRAMES = 12;
const MESSAGE_LENGTH = 200;

/** What surrounds an error; all of it is shown to the learner before they copy it. */
export interface ReportContext {
  readonly appVersion: string;
  readonly browser: string;
  /** The name of the screen, without ids. */
  readonly screen: string;
  readonly at: Date;
}

/**
 * A report for whoever mends the app, as plain text. It holds nothing the learner wrote: an expected failure gives
 * its type and place only, anything else its message without what stands between quotes, and where it happened.
 */
export function errorReport(error: unknown, { appVersion, browser, screen, at }: ReportContext): string {
  return [
    `Hornbook ${appVersion}`,
    at.toISOString(),
    `screen: ${screen}`,
    `browser: ${browser}`,
    '',
    summaryOf(error),
    ...framesOf(error),
    ...causeOf(error),
  ].join('\n');
}

function summaryOf(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`;
  const fields = error as { type?: unknown; table?: unknown; field?: unknown };
  const place = [fields.type, fields.table, fields.field].filter((part) => typeof part === 'string');
  if (place.length > 0) return `${error.name}: ${place.join(' ')}`;
  return `${error.name}: ${withoutQuotes(error.message).slice(0, MESSAGE_LENGTH)}`;
}

/** The lines that name a place in our code; the first lines of a stack repeat the message, which may quote an answer. */
function framesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => /^at .*:\d+|^[^\s"']*@.*:\d+:\d+$/.test(line)).slice(0, FRAMES).map((line) => `  ${line}`);
}

const causeOf = (error: unknown): string[] =>
  error instanceof Error && error.cause !== undefined ? [`because of ${summaryOf(error.cause)}`] : [];

const withoutQuotes = (message: string): string => message.replace(/(["'`‘“«])[\s\S]*?(["'`’”»]|$)/g, '$1…$2');
