declare const __APP_VERSION__: string;

/** Named out here, since a module declared below may not import by a relative path. */
type BundledCourses = readonly import('./packs/course-bundle.ts').CourseBundle[];

/** Every course that ships with the app, checked at build time. A chunk of its own: import it lazily. */
declare module 'virtual:bundled-courses' {
  const bundles: BundledCourses;
  export default bundles;
}
