import { nullable, that, time, words } from '../checks.ts';

/** Checks of the fields that many models share. */
export const row = { id: words };
export const created = { createdAt: time };
export const updated = { updatedAt: time };
export const timestamps = { ...created, ...updated };
/** A `LocalDay`. */
export const localDay = that('must be a day, as 2026-11-22', (v) => typeof v === 'string' && /^\d{4}-\d\d-\d\d$/.test(v));
export const softDeletable = { deletedAt: nullable(time) };
