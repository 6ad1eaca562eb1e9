import type { SourceOf } from '../../source/exercise-shapes.ts';
import { notHeld, question, type Held } from './question-parts.ts';
import { markdown, maybe, tag, value, escapeXml } from './xml.ts';

/** Moodle knows no other shares of a mark than those of its own list. */
const SHARES: readonly string[] = ['', '100', '50', '33.33333', '25', '20', '16.66667', '14.28571', '12.5', '11.11111', '10'];

export function choice(source: SourceOf<'MULTIPLE_CHOICE' | 'MULTI_SELECT'>): Held {
  const isSingle = source.type === 'MULTIPLE_CHOICE';
  const right = source.options.filter(({ correct }) => correct).length;
  const share = SHARES[right];
  if (share === undefined) return notHeld('Moodle parts a mark among at most ten right options');
  const answers = source.options.map(({ id, text, why, correct }) => {
    const fraction = correct ? share : isSingle ? '0' : `-${share}`;
    return tag('answer', `${tag('text', escapeXml(text.trim()))}${maybe('feedback', why)}`, { fraction, format: 'markdown', id });
  });
  const body = [value('single', String(isSingle)), value('shuffleanswers', 'true'), value('answernumbering', 'abc'), ...answers];
  return question('multichoice', source, body.join('\n'));
}

export function trueFalse(source: SourceOf<'TRUE_FALSE'>): Held {
  const answers = (['true', 'false'] as const).map((side) =>
    tag('answer', `<text>${side}</text>${maybe('feedback', source.why[side])}`, {
      fraction: String(source.answer) === side ? 100 : 0,
      format: 'moodle_auto_format',
    }),
  );
  return question('truefalse', source, answers.join('\n'));
}

export function matching(source: SourceOf<'MATCHING'>): Held {
  const answerOf = (id: string): string => {
    const place = source.right.findIndex((item) => item.id === id);
    return markdown('answer', source.right[place]?.text.trim() ?? '', { id, place });
  };
  const row = (text: string, match: string, id?: string): string =>
    tag('subquestion', `${tag('text', escapeXml(text.trim()))}${answerOf(match)}`, { format: 'markdown', id });
  const unused = source.right.filter(({ id }) => !source.left.some(({ match }) => match === id));
  const rows = [...source.left.map(({ text, match, id }) => row(text, match, id)), ...unused.map(({ id }) => row('', id))];
  return question('matching', source, ['<shuffleanswers>true</shuffleanswers>', ...rows].join('\n'));
}

export function ordering(source: SourceOf<'ORDERING'>): Held {
  const { items, orders = [] } = source;
  const [order = items.map(({ id }) => id), ...more] = orders;
  if (more.length > 0) return notHeld('Moodle knows a single right order only');
  const answers = order.map((id, at) => {
    const place = items.findIndex((item) => item.id === id);
    return markdown('answer', items[place]?.text.trim() ?? '', { fraction: at + 1, id, place });
  });
  const body = [value('layouttype', 'VERTICAL'), value('selecttype', 'ALL'), value('selectcount', 0), ...answers];
  return question('ordering', source, body.join('\n'));
}
