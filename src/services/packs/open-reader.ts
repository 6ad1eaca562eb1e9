import type { PackReader } from '../../packs/pack/pack-reader.ts';
import type { Environment } from '../environment.ts';

/** Opens what reads packs: the platform's own, in a worker, or one that reads here. */
export const openReaderOf = ({ openPackReader, platform }: Pick<Environment, 'openPackReader' | 'platform'>): (() => Promise<PackReader>) =>
  openPackReader ?? (async () => (await import('../../packs/pack/direct-reader.ts')).createDirectReader(platform.appVersion));
