import type { EpochMs, LocalDay } from '../../db/models/ids.ts';

/** The day of the device's own calendar at this time, by the zone it is in now. */
export const localToday = (at: EpochMs): LocalDay => new Date(at - 60_000 * new Date(at).getTimezoneOffset()).toISOString().slice(0, 10);
