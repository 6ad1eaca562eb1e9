import type { Id } from '../../db/models/ids.ts';
import type { Environment } from './environment.ts';

export type Theme = 'system' | 'light' | 'dark' | 'sepia' | 'contrast';

export interface Settings {
  readonly theme: Theme;
  /** Factor on the type scale, 0.9–1.5. */
  readonly textSize: number;
  /** Of code, beside the text: factor 0.8–1.6. */
  readonly codeSize: number;
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

export const THEMES: readonly Theme[] = ['system', 'light', 'dark', 'sepia', 'contrast'];
export const TEXT_SIZE = { min: 0.9, max: 1.5 } as const;
export const CODE_SIZE = { min: 0.8, max: 1.6 } as const;
export const LINE_WIDTH = { min: 50, max: 90 } as const;
export const DEFAULT_SETTINGS: Settings = { theme: 'system', textSize: 1, codeSize: 1, lineWidth: 66, singleKeys: true };

export function createSettingsService({ strict }: Environment): SettingsService {
  return {
    async values(userId) {
      const stored = await strict.settings.getAll(userId);
      return settingsOf(Object.fromEntries(stored.map(({ key, value }) => [key, value])));
    },
    set: (userId, patch) =>
      strict.transact(['settings'], async () => {
        const checked = settingsOf({ ...DEFAULT_SETTINGS, ...patch });
        for (const key of KEYS) if (patch[key] !== undefined) await strict.settings.set(userId, key, checked[key]);
      }),
  };
}

const KEYS = ['theme', 'textSize', 'codeSize', 'lineWidth', 'singleKeys'] as const satisfies readonly (keyof Settings)[];

/** Whatever was stored, by this app or another version of it, becomes something a screen can show. */
function settingsOf(stored: { readonly [key: string]: unknown }): Settings {
  const { theme, textSize, codeSize, lineWidth, singleKeys } = stored;
  return {
    theme: THEMES.find((known) => known === theme) ?? DEFAULT_SETTINGS.theme,
    textSize: within(textSize, TEXT_SIZE, DEFAULT_SETTINGS.textSize),
    codeSize: within(codeSize, CODE_SIZE, DEFAULT_SETTINGS.codeSize),
    lineWidth: within(lineWidth, LINE_WIDTH, DEFAULT_SETTINGS.lineWidth),
    singleKeys: typeof singleKeys === 'boolean' ? singleKeys : DEFAULT_SETTINGS.singleKeys,
  };
}

const within = (value: unknown, { min, max }: { min: number; max: number }, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : otherwise;
