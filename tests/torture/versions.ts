import { BACKENDS, type Backend } from './browser-on-disk.ts';
import { readOptions } from './options.ts';
import { skip, writeReport } from './report.ts';
import { tryVersions, type VersionCase } from './versions/try-versions.ts';

export interface VersionFigures {
  /** Schema versions that were brought up to the newest, or kept from being written by an old app. */
  readonly versions: number;
  readonly rowsLost: number;
  readonly staleWrites: number;
}

/** Every version ever shipped is upgraded, killed on the way, and written to by tabs and shells that are too old. */
export async function versions(argv: readonly string[]): Promise<boolean> {
  // `only`: schema versions, as `1,2`. A seed is taken and changes nothing: the points are spread evenly.
  const { rounds, json, backend, only } = readOptions(argv, { rounds: 20, texts: ['backend', 'only'] });
  const backends = (Object.keys(BACKENDS) as Backend[]).filter((one) => backend === undefined || one === backend);
  const wanted = only?.split(',').map(Number);
  const tell = (line: string): void => console.log(`  ${line}`);
  const cases = await tryVersions({ points: rounds, backends, tell, ...(wanted === undefined ? {} : { only: wanted }) });
  if (typeof cases === 'string') return skip('versions', cases);
  const figures = figuresOf(cases);
  console.log(JSON.stringify(figures));
  writeReport(json, { figures, cases });
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
