import { ok } from '../../../core/result.ts';
import { childOf, type XmlElement } from '../xml-tree.ts';
import { all, formatOf, fractionOf, isSet, isWhole, notTaken, rawText, type Question, type Taken } from './question.ts';
import { partIds, sharedParts } from './shared-parts.ts';

interface Option {
  readonly id: string;
  readonly text: string;
  readonly why: string;
  /** In percent. */
  readonly fraction: number;
}

/** `multichoice`: one right option, or several. */
export function multichoice(question: Question): Taken {
  const options = optionsOf(question);
  const isSingle = childOf(question.element, 'single') === null || isSet(question.element, 'single');
  if (options.length < 2) return notTaken('it has fewer than two options with words in them');
  const positive = options.filter(({ fraction }) => fraction > 0);
  if (positive.length === 0) return notTaken('no option is marked as right');
  if (isSingle) return single(question, options, positive);
  const shares = new Set(positive.map(({ fraction }) => Math.round(fraction)));
  if (shares.size > 1) question.lose('its right options count alike here, not each its own share');
  return multiSelect(question, options, ({ fraction }) => fraction > 0);
}

function single(question: Question, options: readonly Option[], positive: readonly Option[]): Taken {
  const whole = positive.filter(({ fraction }) => isWhole(fraction));
  const sum = positive.reduce((all, { fraction }) => all + fraction, 0);
  if (whole.length > 1) return severalRight(question, options);
  if (whole.length === 0 && positive.length > 1 && Math.abs(sum - 100) < 1) {
    question.lose('only together its right options are worth the whole mark, so all of them are asked for');
    return multiSelect(question, options, ({ fraction }) => fraction > 0);
  }
  const best = [...positive].sort((a, b) => b.fraction - a.fraction);
  if (best[0] === undefined || best[0].fraction === best[1]?.fraction) return notTaken('several options are equally right, none of them wholly');
  if (whole.length === 0) question.lose('its best option is worth less than the whole mark, and counts as right here');
  else if (positive.length > 1) question.lose('an option that is worth part of the mark counts as wrong');
  if (options.some(({ fraction }) => fraction < 0)) question.lose('marks taken off for wrong options');
  const right = best[0].id;
  return ok({ type: 'MULTIPLE_CHOICE', ...sharedParts(question), options: options.map((option) => written(option, option.id === right)) });
}

/** All or nothing (`multichoiceset`, `oumultiresponse`): the options with a positive fraction, and no other. */
export function allOrNothing(question: Question): Taken {
  const options = optionsOf(question);
  if (options.length < 2) return notTaken('it has fewer than two options with words in them');
  if (!options.some(({ fraction }) => fraction > 0)) return notTaken('no option is marked as right');
  return multiSelect(question, options, ({ fraction }) => fraction > 0);
}

export function trueFalse(question: Question): Taken {
  const answers = all(question.element, 'answer');
  const saying = (value: boolean) => answers.find((answer) => plainWords(answer) === String(value)) ?? null;
  // Some files give the two in another language, in Moodle's order.
  const known = { true: saying(true), false: saying(false) };
  const [first, second] = answers;
  const sides = known.true === null && known.false === null && answers.length === 2 ? { true: first ?? null, false: second ?? null } : known;
  const worth = (answer: XmlElement | null): number => (answer === null ? 0 : (fractionOf(answer) ?? 0));
  if (worth(sides.true) === worth(sides.false)) return notTaken('it does not say which of the two is right');
  const why = (answer: XmlElement | null): string => question.markdown(answer === null ? null : childOf(answer, 'feedback'));
  return ok({
    type: 'TRUE_FALSE',
    ...sharedParts(question),
    answer: worth(sides.true) > worth(sides.false),
    why: { true: why(sides.true), false: why(sides.false) },
  });
}
const plainWords = (answer: XmlElement): string => rawText(answer).replace(/<[^>]*>/g, '').trim().toLowerCase();

function multiSelect(question: Question, options: readonly Option[], isRight: (option: Option) => boolean): Taken {
  return ok({ type: 'MULTI_SELECT', ...sharedParts(question), options: options.map((option) => written(option, isRight(option))) });
}

/** Any one of several right options: a blank to be filled from choices takes each of them. */
function severalRight(question: Question, options: readonly Option[]): Taken {
  const plainOptions = options.map(({ text }) => text);
  if (plainOptions.some((text) => /[\n*_`\\[\]<]/.test(text))) return notTaken('several of its options are wholly right, and one is to be chosen');
  if (options.some(({ why }) => why !== '')) question.lose('the reasons of its options');
  const accept = options.filter(({ fraction }) => isWhole(fraction)).map(({ text }) => text);
  return ok({ type: 'FILL_BLANKS', ...sharedParts(question), text: '{{answer}}', blanks: [{ id: 'answer', accept, choices: plainOptions }] });
}

const written = ({ id, text, why }: Option, correct: boolean) => ({ id, text, why, correct });

/** Those that have words; of two with the same words the one that is worth more. */
function optionsOf(question: Question): Option[] {
  const answers = all(question.element, 'answer');
  const ids = partIds(answers);
  const byText = new Map<string, Option>();
  answers.forEach((answer, at) => {
    const text = answerWords(question, answer);
    if (text === '') {
      if (rawText(answer).trim() !== '') question.lose('an option without words');
      return;
    }
    const option = { id: ids[at] ?? '', text, why: question.markdown(childOf(answer, 'feedback')), fraction: fractionOf(answer) ?? 0 };
    const there = byText.get(text);
    if (there !== undefined) question.lose('an option that stands there twice');
    if (there === undefined || there.fraction < option.fraction) byText.set(text, option);
  });
  return [...byText.values()];
}

/** HTML by default, and Markdown where a paragraph would be lost in a label. */
function answerWords(question: Question, answer: XmlElement): string {
  const isBlock = formatOf(answer) === 'html' && /<pre\b/i.test(rawText(answer));
  return question.markdown(answer, isBlock ? 'blocks' : 'words').trim();
}
