declare const __APP_VERSION__: string;

/** Named out here, since a module declared below may not import by a relative path. */
type BundledCourses = readonly import('./packs/course-bundle.ts').BundledCourse[];

/** The courses that ship with the app, checked at build time: their marks; each course is a JSON file of its own. */
declare module 'virtual:bundled-courses' {
  const courses: BundledCourses;
  export default courses;
}

/** A worker's script, built on its own: its address. */
declare module '*?worker&url' {
  const address: string;
  export default address;
}
