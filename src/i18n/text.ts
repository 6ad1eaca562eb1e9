import { setupI18n } from '@lingui/core';
import common from 'virtual:messages/en/common';
import home from 'virtual:messages/en/home';
import type { MessageId } from './message-id.ts';

export type { MessageId } from './message-id.ts';
export type MessageValues = Readonly<Record<string, string | number>>;

/** The only language so far; right-to-left ones will set `dir` beside it. */
export const locale = 'en';

/** Words of screens that are loaded when first opened: they come with the screen. */
const LATER = {
  'add-course': () => import('virtual:messages/en/add-course'),
  answers: () => import('virtual:messages/en/answers'),
  course: () => import('virtual:messages/en/course'),
  'first-run': () => import('virtual:messages/en/first-run'),
  'from-backup': () => import('virtual:messages/en/from-backup'),
  keys: () => import('virtual:messages/en/keys'),
  library: () => import('virtual:messages/en/library'),
  'my-data': () => import('virtual:messages/en/my-data'),
  player: () => import('virtual:messages/en/player'),
  preview: () => import('virtual:messages/en/preview'),
  problems: () => import('virtual:messages/en/problems'),
  recovery: () => import('virtual:messages/en/recovery'),
  restore: () => import('virtual:messages/en/restore'),
  review: () => import('virtual:messages/en/review'),
  settings: () => import('virtual:messages/en/settings'),
  update: () => import('virtual:messages/en/update'),
} as const;
export type LaterCatalogue = keyof typeof LATER;

const i18n = setupI18n({ locale, messages: { [locale]: { ...common, ...home } } });

/** The words for `id` in the learner's language, its `{places}` filled from `values`. */
export const t = (id: MessageId, values?: MessageValues): string => i18n._(id, values);

/** To be awaited before a screen is rendered that says words of this catalogue. */
export async function loadWords(catalogue: LaterCatalogue): Promise<void> {
  i18n.load(locale, (await LATER[catalogue]()).default);
}

// A unit test renders any part by itself; the build drops this.
if (import.meta.env.MODE === 'test') {
  await Promise.all((Object.keys(LATER) as LaterCatalogue[]).map((catalogue) => loadWords(catalogue)));
}
