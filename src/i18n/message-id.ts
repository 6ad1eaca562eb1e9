import type addCourse from './en/add-course.json';
import type answers from './en/answers.json';
import type common from './en/common.json';
import type course from './en/course.json';
import type firstRun from './en/first-run.json';
import type fromBackup from './en/from-backup.json';
import type home from './en/home.json';
import type keys from './en/keys.json';
import type library from './en/library.json';
import type myData from './en/my-data.json';
import type player from './en/player.json';
import type preview from './en/preview.json';
import type problems from './en/problems.json';
import type recovery from './en/recovery.json';
import type restore from './en/restore.json';
import type review from './en/review.json';
import type settings from './en/settings.json';
import type update from './en/update.json';

/** Every message there is. A new catalogue is added here; the build finds its file by itself. */
export type MessageId =
  | keyof typeof addCourse
  | keyof typeof answers
  | keyof typeof common
  | keyof typeof course
  | keyof typeof firstRun
  | keyof typeof fromBackup
  | keyof typeof home
  | keyof typeof keys
  | keyof typeof library
  | keyof typeof myData
  | keyof typeof player
  | keyof typeof preview
  | keyof typeof problems
  | keyof typeof recovery
  | keyof typeof restore
  | keyof typeof review
  | keyof typeof settings
  | keyof typeof update;
