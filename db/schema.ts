/** The schema's versions, for whoever holds rows outside the database. */
export { SCHEMA_VERSION, upgradedDump } from './versions/all.ts';
