import type { EpochMs } from '../../../db/models/ids.ts';
import type { Environment } from '../environment.ts';
import type { RecoveryService } from '../recovery-service.ts';
import { stampOf } from '../stamp.ts';
import { examine, type Examined, type OnProgress } from './check.ts';
import type { Checkup, RowFinding } from './finding.ts';
import { repair } from './repair.ts';
import { weigh, type Weights } from './weigh.ts';

export type { Checkup, Cure, Finding } from './finding.ts';
export type { Weights } from './weigh.ts';

/** How sound the data on this device are, and how big. In slices: the page stays usable meanwhile. */
export interface SoundnessService {
  weigh(): Promise<Weights>;
  /** Looks at everything and changes nothing. */
  check(onProgress?: OnProgress): Promise<Checkup>;
  /** The rows that nothing mends, as a file to keep before they are taken out; null: there are none. */
  keepsake(checkup: Checkup): Promise<{ readonly name: string; readonly text: string } | null>;
  /** Mends what the last check found, and checks again. `discard`: rows that nothing mends are taken out. */
  repair(options: { readonly discard: boolean }, onProgress?: OnProgress): Promise<Checkup>;
}

export function createSoundnessService(environment: Environment, recovery: Pick<RecoveryService, 'look'>): SoundnessService {
  const { strict, unjournaled, now } = environment;
  let last: Examined | null = null;
  const check = async (onProgress?: OnProgress): Promise<Checkup> => {
    last = await examine(environment, onProgress);
    return last.checkup;
  };
  return {
    weigh: () => weigh(strict),
    check,
    async keepsake({ findings }) {
      const beyond = findings.filter((finding) => finding.kind !== 'activity').filter(({ cure }) => cure === 'none');
      return beyond.length === 0 ? null : { name: `hornbook-unmendable-${stampOf(now())}.json`, text: await asText(environment, beyond, now()) };
    },
    async repair(options, onProgress) {
      last ??= await examine(environment);
      await repair({ strict, unjournaled, recovery }, last, options);
      const after = await check(onProgress);
      // What came back may be of a course that nothing was known of before.
      if (!after.findings.some(({ cure }) => cure === 'recompute')) return after;
      await repair({ strict, unjournaled, recovery }, last, { discard: false });
      return check(onProgress);
    },
  };
}

async function asText({ strict, platform }: Environment, beyond: readonly RowFinding[], madeAt: EpochMs): Promise<string> {
  const inspection = await strict.inspection();
  const rows = [];
  for (const finding of beyond) {
    const [found] = await inspection.get(finding.table, [finding.id]);
    rows.push({ why: finding, row: found?.row ?? null });
  }
  return JSON.stringify({ format: 'hornbook-rows', schema: strict.schemaVersion, app: platform.appVersion, madeAt, rows }, null, 1);
}
