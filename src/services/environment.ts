import type { EpochMs, Id, LocalDay } from '../../db/models/ids.ts';
import type { Repositories } from '../../db/repositories.ts';
import type { BundledCourse } from '../packs/course-bundle.ts';
import type { PackReader } from '../packs/pack/pack-reader.ts';
import type { Platform } from '../platform/platform.ts';
import type { Runner } from '../runner/runner.ts';

/** All that the services touch outside themselves; made once, by an entry point. */
export interface Environment {
  /** Writes survive loss of power: what a learner did (R16). */
  readonly strict: Repositories;
  /** Strict too, but unheard by the journal: what comes back from it is not to be written there again. */
  readonly unjournaled: Repositories;
  /** Fast: what can be read again from a pack. */
  readonly relaxed: Repositories;
  readonly runner: Runner;
  readonly platform: Platform;
  readonly now: () => EpochMs;
  /** The learner's day at this time, where the device is. */
  readonly today: (at: EpochMs) => LocalDay;
  /** A fresh UUIDv7. */
  readonly newId: () => Id;
  /** Names this tab as the writer of drafts (R17). */
  readonly tabId: string;
  /** Only their marks are at hand; a course is loaded when it is new or changed. */
  readonly bundledCourses: () => readonly BundledCourse[];
  /** Reads a pack off the main thread; where none is given (Node), it is read where it is asked for. */
  readonly openPackReader?: () => Promise<PackReader>;
}
