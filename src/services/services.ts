import { fetchOnce } from '../core/fetch-once.ts';
import { createAttemptService, type AttemptService } from './attempt-service.ts';
import { createBackupService, type BackupService } from './backup-service.ts';
import { createCopyKeeper, type CopyKeeper } from './copies/copy-keeper.ts';
import { createCourseService, type CourseService } from './course-service.ts';
import { draftsLater } from './drafts-later.ts';
import type { DraftService } from './draft-service.ts';
import type { Environment } from './environment.ts';
import type { PackService } from './packs/pack-service.ts';
import { createProfileService, type ProfileService } from './profile-service.ts';
import { createProgressService, type ProgressService } from './progress-service.ts';
import type { RecordService } from './record/record-service.ts';
import { createRecoveryService, type RecoveryService } from './recovery-service.ts';
import type { ReviewService } from './review/review-service.ts';
import { createSettingsService, type SettingsService } from './settings-service.ts';
import type { SoundnessService } from './soundness/soundness-service.ts';

/** Every use case of the app. */
export interface Services {
  readonly profiles: ProfileService;
  readonly courses: CourseService;
  readonly progress: ProgressService;
  readonly attempts: AttemptService;
  readonly drafts: DraftService;
  readonly settings: SettingsService;
  readonly backups: BackupService;
  readonly copies: CopyKeeper;
  readonly recovery: RecoveryService;
  /** Courses from files; fetched when one is added or asked about. */
  readonly packs: () => Promise<PackService>;
  /** Fetched when a learner wants their record as a file. */
  readonly records: () => Promise<RecordService>;
  /** What is asked again; fetched when the home screen is there, or a review is opened. */
  readonly reviews: () => Promise<ReviewService>;
  /** Fetched when My data asks for it. */
  readonly soundness: () => Promise<SoundnessService>;
}

export function createServices(environment: Environment): Services {
  const recovery = createRecoveryService(environment);
  return {
    profiles: createProfileService(environment),
    courses: createCourseService(environment),
    progress: createProgressService(environment),
    attempts: createAttemptService(environment),
    drafts: draftsLater(environment),
    settings: createSettingsService(environment),
    backups: createBackupService(environment),
    copies: createCopyKeeper(environment),
    recovery,
    packs: async () => (await import('./packs/create-pack-service.ts')).createPackService(environment),
    records: async () => (await import('./record/create-record-service.ts')).createRecordService(environment),
    reviews: fetchOnce(async () => (await import('./review/create-review-service.ts')).createReviewService(environment)),
    soundness: async () => (await import('./soundness/soundness-service.ts')).createSoundnessService(environment, recovery),
  };
}
