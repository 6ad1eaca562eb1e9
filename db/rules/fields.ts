import { nullable, time, words } from '../checks.ts';

/** Checks of the fields that many models share. */
export const row = { id: words };
export const created = { createdAt: time };
export const updated = { updatedAt: time };
export const timestamps = { ...created, ...updated };
export const softDeletable = { deletedAt: nullable(time) };
