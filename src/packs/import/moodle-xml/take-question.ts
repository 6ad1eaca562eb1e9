import { allOrNothing, multichoice, trueFalse } from './choice-questions.ts';
import { calculated } from './calculated.ts';
import { cloze } from './cloze.ts';
import { codeRunner } from './coderunner.ts';
import { essay } from './essay.ts';
import { gapfill, numberedGaps } from './gaps.ts';
import { matching, ordering } from './matching.ts';
import { numerical } from './numerical.ts';
import { notTaken, type Question, type Taken } from './question.ts';
import { rowsAndColumns, singleRow } from './rows.ts';
import { promptOf } from './shared-parts.ts';
import { shortAnswer } from './short-answer.ts';

/** A question by the name that Moodle has for its type. */
const WAYS: ReadonlyMap<string, (question: Question) => Taken> = new Map([
  ['multichoice', multichoice],
  ['multichoiceset', allOrNothing],
  ['oumultiresponse', allOrNothing],
  ['truefalse', trueFalse],
  ['shortanswer', shortAnswer],
  ['numerical', numerical],
  ['matching', (question) => matching(question, 'plain')],
  ['match', (question) => matching(question, 'plain')],
  ['ddmatch', (question) => matching(question, 'html')],
  ['ordering', ordering],
  ['sc', singleRow],
  ['kprime', rowsAndColumns],
  ['mtf', rowsAndColumns],
  ['essay', essay],
  ['essayautograde', essay],
  ['cloze', cloze],
  ['multianswer', cloze],
  ['gapselect', (question) => numberedGaps(question, 'selectoption')],
  ['ddwtos', (question) => numberedGaps(question, 'dragbox')],
  ['gapfill', gapfill],
  ['calculated', (question) => calculated(question, 'numerical')],
  ['calculatedsimple', (question) => calculated(question, 'numerical')],
  ['calculatedmulti', (question) => calculated(question, 'multichoice')],
  ['coderunner', codeRunner],
]);

/** What there is no way to answer here, in words. */
const NOT_HERE: ReadonlyMap<string, string> = new Map([
  ['random', 'it stands for a question picked at random from its category'],
  ['randomsamatch', 'it is made of other questions at random'],
  ['ddimageortext', 'things are dragged onto a picture'],
  ['ddmarker', 'places are marked on a picture'],
  ['pmatch', 'its answers are described by patterns of a language of their own'],
  ['stack', 'it is graded by computer algebra'],
  ['', 'it has no type'],
]);

export function takeQuestion(type: string, question: Question): Taken {
  const way = WAYS.get(type);
  if (way === undefined) return notTaken(NOT_HERE.get(type) ?? `questions of the type \`${type}\` are not known here`);
  const taken = way(question);
  return taken.ok && taken.value.prompt.trim() === '' ? withoutWords(question, taken.value.type) : taken;
}

/** A question without words may have them in its name only. */
function withoutWords(question: Question, type: string): Taken {
  return notTaken(promptOf(question) === '' ? `it has no words (${type})` : 'nothing of its words could be shown');
}
