import { createDirectReader } from '../packs/pack/direct-reader.ts';
import { APP_VERSION } from '../platform/version.ts';
import { servePack, type PageSide } from './pack-reader-serve.ts';

/** Reads one pack, away from the page: unpacking and checking a large one takes many seconds. */
servePack(globalThis as unknown as PageSide, createDirectReader(APP_VERSION));
