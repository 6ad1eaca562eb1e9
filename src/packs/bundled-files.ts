import type { BundledCourse } from './course-bundle.ts';

/** Addresses, beneath the page, of what a course that comes with the app consists of. A changed course has others, so that no cache gives the old one. */
export const BUNDLED_FOLDER = 'assets/courses';

type Marked = Pick<BundledCourse, 'packId' | 'mark'>;

const placeOf = ({ packId, mark }: Marked): string => `${BUNDLED_FOLDER}/${packId}-${mark.replaceAll(' ', '-')}`;

export const bundledCourseFile = (course: Marked): string => `${placeOf(course)}.json`;

/** `path` as the lesson's text names the picture. */
export const bundledPictureFile = (course: Marked, lessonId: string, path: string): string => `${placeOf(course)}/${plain(`${lessonId}/${path}`)}`;

/** Each text another name, which is the same in an address and in any file system. */
const plain = (text: string): string => text.replace(/[^A-Za-z0-9.-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16) ?? ''}_`);
