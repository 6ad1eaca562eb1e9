import { courseJsonSchema } from '../../packs/json-schema.ts';
import { MISUSED } from '../terminal.ts';
import type { Verb } from '../verb.ts';

/** Made of the code that checks courses, so the two never differ. */
export const schemaVerb: Verb = {
  usage: `hornbook schema

Prints the format of courses as JSON Schema (2020-12), for editors that complete and check as you write: course.yaml, and
under $defs the front matter of a lesson, an exercise, and the parts of a pack.

  hornbook schema > course.schema.json

Exit code: 0, or 2 when anything else is asked of it.`,
  run(args, { print, note }) {
    if (args.length > 0) {
      note(`hornbook schema: ${args.join(' ')} is not known. It takes nothing.\n`);
      return Promise.resolve(MISUSED);
    }
    print(JSON.stringify(courseJsonSchema(), null, 1));
    return Promise.resolve(0);
  },
};
