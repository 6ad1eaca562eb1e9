import type { ExerciseSource } from '../../source/exercise-shapes.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { FIX_BUG, NOT_REQUIRED } from '../../import/moodle-xml/shared-parts.ts';
import { escapeXml, markdown, maybe, tag, value, words } from './xml.ts';

/** An exercise that Moodle has no way to hold, and why. */
export interface NotHeld {
  readonly type: 'NotHeld';
  readonly reason: string;
}
export const notHeld = (reason: string): { readonly ok: false; readonly error: NotHeld } => fail({ type: 'NotHeld', reason });
/** The XML of one question. */
export type Held = Result<string, NotHeld>;

/** A question of Moodle's: what all types have around `body`, which is XML. */
export function question(type: string, source: ExerciseSource, body: string, prompt = source.prompt.trim()): Held {
  const parts = [
    words('name', nameOf(source)),
    markdown('questiontext', prompt),
    maybe('generalfeedback', source.explanation),
    value('defaultgrade', source.points),
    value('penalty', 0),
    value('hidden', 0),
    value('idnumber', source.id),
    body,
    ...source.hints.map((hint) => markdown('hint', hint.trim())),
    tagsOf(source),
  ];
  return ok(`<question type="${type}">\n${parts.filter((part) => part !== '').join('\n')}\n</question>`);
}

/** The beginning of its words, since it has no name. */
function nameOf({ prompt, id }: ExerciseSource): string {
  const line = prompt.replace(/[`*_#>[\]]/g, '').replace(/\s+/g, ' ').trim();
  return Array.from(line).slice(0, 60).join('') || id;
}

function tagsOf(source: ExerciseSource): string {
  const tags = [
    ...(source.level === undefined ? [] : [`level: ${source.level.toLowerCase()}`]),
    ...(source.required ? [] : [NOT_REQUIRED]),
    ...(source.type === 'FIX_BUG' ? [FIX_BUG] : []),
  ];
  return tags.length === 0 ? '' : tag('tags', tags.map((name) => tag('tag', tag('text', escapeXml(name)))).join(''));
}
