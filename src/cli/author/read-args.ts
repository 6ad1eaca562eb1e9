import { parseArgs, type ParseArgsConfig } from 'node:util';
import { fail, ok, type Result } from '../../core/result.ts';
import { didYouMean } from '../../core/did-you-mean.ts';

export interface Misused {
  readonly type: 'Misused';
  /** What is wrong, and what to write instead. */
  readonly message: string;
}
type Options = NonNullable<ParseArgsConfig['options']>;
interface Wanted<O extends Options> {
  args: string[];
  options: O;
  allowPositionals: true;
}
type Read<O extends Options> = ReturnType<typeof parseArgs<Wanted<O>>>;

export interface ReadArgs<O extends Options> {
  /** The one argument without dashes. */
  readonly subject: string;
  readonly values: Read<O>['values'];
}

/** Reads what stands behind a verb: one subject (`what`: FOLDER) and options. An option that is not known is told. */
export function readArgs<O extends Options>(verb: string, what: string, args: readonly string[], options: O): Result<ReadArgs<O>, Misused> {
  const help = `hornbook ${verb} --help tells how to write it.`;
  const stranger = args.find((arg) => /^--?[a-z]/i.test(arg) && !Object.hasOwn(options, nameOf(arg)));
  if (stranger !== undefined) {
    const near = didYouMean(nameOf(stranger), Object.keys(options));
    return misused(`there is no option ${stranger.replace(/=.*$/, '')}. ${near === null ? help : `Did you mean --${near}?`}`);
  }
  let read;
  try {
    read = parseArgs<Wanted<O>>({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    return misused(`${error instanceof Error ? error.message : String(error)}. ${help}`);
  }
  const [subject, ...more] = read.positionals;
  if (subject === undefined) return misused(`no ${what} is named: hornbook ${verb} ${what}`);
  if (more.length > 0) return misused(`one ${what} at a time, please: "${more.join(' ')}" is too much.`);
  return ok({ subject, values: read.values });
}

/** `--json` with nothing behind it that could be its file prints to the terminal, as it does with every other verb. */
export function withBareJson(args: readonly string[]): string[] {
  const at = args.indexOf('--json');
  if (at === -1) return [...args];
  const [file, others] = [args[at + 1], args.filter((arg, i) => i !== at + 1 && !arg.startsWith('--'))];
  const isFile = file !== undefined && !file.startsWith('--') && others.length > 0;
  return isFile ? [...args] : [...args.slice(0, at), '--json=-', ...args.slice(at + 1)];
}

export const misused = (message: string): Result<never, Misused> => fail({ type: 'Misused', message });

const nameOf = (arg: string): string => arg.replace(/^--?/, '').replace(/=.*$/, '');
