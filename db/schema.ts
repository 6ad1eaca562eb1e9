/** The version that this app writes, for whoever holds rows outside the database. */
export { SCHEMA_VERSION } from './versions/current.ts';
