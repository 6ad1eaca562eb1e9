/** The schema's versions, for whoever holds rows outside the database. */
export { SCHEMA_VERSION, downgradedDump, upgradedDump } from './versions/all.ts';
