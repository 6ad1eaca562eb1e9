/** What of a folder is a course, by the names in it alone. Paths are from the folder, with `/`. */

const TEXT = /\.(?:md|ya?ml)$/i;
/** What systems, editors and tools leave behind. */
const JUNK = /^\.|^node_modules$|^Thumbs\.db$|~$|\.(?:sw[a-p]|tmp|bak|hornpack)$/i;
/** Far beyond any course. */
export const MOST_FILES = 50_000;

export const isText = (path: string): boolean => TEXT.test(path);
export const isJunk = (name: string): boolean => JUNK.test(name);

/** Whether the file at `path` belongs to a course: `course.yaml`, other texts beside it, and everything in `lessons/`. */
export function isOfCourse(path: string): boolean {
  const steps = path.split('/');
  if (steps.some((step) => step === '' || isJunk(step))) return false;
  return steps.length === 1 ? isText(path) : steps[0] === 'lessons';
}

/** Whether a folder with these names in it is one of a course, or was meant as one: `Course.yml` is told of later. */
export const hasCourseFile = (names: readonly string[]): boolean => names.some((name) => /^course\.ya?ml$/i.test(name));
