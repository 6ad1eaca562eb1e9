import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BACKENDS, type Backend } from './browser-on-disk.ts';
import { tryVersions, type VersionCase } from './versions/try-versions.ts';

export interface VersionFigures {
  /** Schema versions that were brought up to the newest, or kept from being written by an old app. */
  readonly versions: number;
  readonly rowsLost: number;
  readonly staleWrites: number;
}

/** Every version ever shipped is upgraded, killed on the way, and written to by tabs and shells that are too old. */
export async function versions(argv: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      rounds: { type: 'string', default: '20' },
      // There is nothing random in it: the points are spread evenly.
      seed: { type: 'string' },
      json: { type: 'string' },
      backend: { type: 'string' },
      /** Schema versions, as `1,2`. */
      only: { type: 'string' },
    },
  });
  const backends = (Object.keys(BACKENDS) as Backend[]).filter((one) => values.backend === undefined || one === values.backend);
  const only = values.only?.split(',').map(Number);
  const tell = (line: string): void => console.log(`  ${line}`);
  const cases = await tryVersions({ points: Number(values.rounds), backends, tell, ...(only === undefined ? {} : { only }) });
  if (typeof cases === 'string') {
    console.log(`versions: skipped, ${cases}`);
    return true;
  }
  const figures = figuresOf(cases);
  console.log(JSON.stringify(figures));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ figures, cases }, null, 2)}\n`);
  return isWithstood(figures, cases);
}

export const isWithstood = ({ versions: tried, rowsLost, staleWrites }: VersionFigures, cases: readonly VersionCase[]): boolean =>
  tried > 0 && rowsLost === 0 && staleWrites === 0 && cases.every(({ isReached }) => isReached);

export function figuresOf(cases: readonly VersionCase[]): VersionFigures {
  return {
    versions: new Set(cases.map(({ version }) => version)).size,
    rowsLost: cases.reduce((sum, { lost }) => sum + lost.length, 0),
    staleWrites: cases.reduce((sum, { stale }) => sum + stale.length, 0),
  };
}
