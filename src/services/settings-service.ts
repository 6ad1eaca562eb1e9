import type { Id } from '../../db/models/ids.ts';

export type Theme = 'system' | 'light' | 'dark' | 'sepia' | 'contrast';

export interface Settings {
  readonly theme: Theme;
  /** Factor on the type scale, 0.9–1.5. */
  readonly textSize: number;
  /** Of the reading column, in characters, 50–90. */
  readonly lineWidth: number;
  /** Single letters as shortcuts. */
  readonly singleKeys: boolean;
}

export interface SettingsService {
  /** With defaults where nothing was chosen. `userId` null: the device's, before there is a profile. */
  values(userId: Id | null): Promise<Settings>;
  set(userId: Id | null, patch: Partial<Settings>): Promise<void>;
}
