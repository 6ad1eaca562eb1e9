/** The schema's versions, for whoever holds rows outside the database. */
export { SCHEMA_VERSION, convertDump } from './versions/all.ts';
