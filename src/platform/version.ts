/** From package.json, put in by the build. Unit tests run with the same definition. */
export const APP_VERSION: string = __APP_VERSION__;
