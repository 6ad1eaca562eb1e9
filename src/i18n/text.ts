import { setupI18n } from '@lingui/core';
import en from 'virtual:messages/en';
import type { MessageId } from './message-id.ts';

export type { MessageId } from './message-id.ts';
export type MessageValues = Readonly<Record<string, string | number>>;

/** The only language so far; right-to-left ones will set `dir` beside it. */
export const locale = 'en';

const i18n = setupI18n({ locale, messages: { [locale]: en } });

/** The words for `id` in the learner's language, its `{places}` filled from `values`. */
export const t = (id: MessageId, values?: MessageValues): string => i18n._(id, values);
