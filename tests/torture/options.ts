import { parseArgs } from 'node:util';

/** What every torture takes: `--rounds N --seed N --json FILE`. */
export interface Options {
  readonly rounds: number;
  /** Another one each time where none is given. */
  readonly seed: number;
  /** Where the report goes: see `writeReport`. */
  readonly json: string | undefined;
}

/** What one torture takes beside them: with a text, or by its name alone. */
interface Own<Text extends string, Flag extends string> {
  /** Where `--rounds` is not given. */
  readonly rounds: number;
  readonly texts?: readonly Text[];
  readonly flags?: readonly Flag[];
}

/** @throws where an option is unknown, or lacks its text */
export function readOptions<Text extends string = never, Flag extends string = never>(
  argv: readonly string[],
  { rounds, texts = [], flags = [] }: Own<Text, Flag>,
): Options & { readonly [name in Text]: string | undefined } & { readonly [name in Flag]: boolean } {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: {
      ...Object.fromEntries(texts.map((name) => [name, text])),
      ...Object.fromEntries(flags.map((name) => [name, flag])),
      rounds: { ...text, default: String(rounds) },
      seed: { ...text, default: String(Date.now() % 1_000_000) },
      json: text,
    },
  });
  const own = values as { readonly [name in Text]: string | undefined } & { readonly [name in Flag]: boolean };
  return { ...own, rounds: Number(values.rounds), seed: Number(values.seed), json: values.json };
}
