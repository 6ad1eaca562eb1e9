/** Rows of other versions, for whoever holds them outside the database. To be loaded where there are such rows. */
export { downgradedDump, upgradedDump } from './versions/all.ts';
