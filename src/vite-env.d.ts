declare const __APP_VERSION__: string;

/** Every course that ships with the app, checked at build time. A chunk of its own: import it lazily. */
declare module 'virtual:bundled-courses' {
  import type { CourseBundle } from './packs/course-bundle.ts';
  const bundles: readonly CourseBundle[];
  export default bundles;
}
