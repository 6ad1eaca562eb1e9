import type { AttemptService } from './attempt-service.ts';
import type { BackupService } from './backup-service.ts';
import type { CourseService } from './course-service.ts';
import type { DraftService } from './draft-service.ts';
import type { Environment } from './environment.ts';
import type { ProfileService } from './profile-service.ts';
import type { ProgressService } from './progress-service.ts';
import type { SettingsService } from './settings-service.ts';

/** Every use case of the app. */
export interface Services {
  readonly profiles: ProfileService;
  readonly courses: CourseService;
  readonly progress: ProgressService;
  readonly attempts: AttemptService;
  readonly drafts: DraftService;
  readonly settings: SettingsService;
  readonly backups: BackupService;
}

export function createServices(environment: Environment): Services {
  throw new Error(`not built yet (${environment.tabId})`);
}
