import { isElement, wordsOf, type Markup } from '../../html/markup.ts';
import { markupToMarkdown } from '../../html-to-markdown.ts';
import type { ImportedItem } from '../../imported.ts';
import { textOf, type XmlElement } from '../../xml-tree.ts';
import { idAt, noted, type Outcome } from '../mapped.ts';
import { allNamed } from '../qti-names.ts';
import { mapSeveral } from './map-several.ts';
import { numberOf, oneOf, someOf, textsOf } from './keys.ts';
import { base, feedbackOf, materialsIn, type FirstItem } from './first-item.ts';
import { partsOf, type Response } from './read-parts.ts';
import { conditionsOf, wantedOf } from './scoring.ts';

/** One `item` of QTI 1.2, as Canvas and Common Cartridge have it. `picture`: the path under which Markdown may name one. */
export function mapFirstItem(root: XmlElement, picture: (source: string) => string | null): ImportedItem {
  const lost = new Set<string>();
  const words = (nodes: readonly Markup[], form: 'blocks' | 'words' = 'blocks'): string => {
    const told = markupToMarkdown(nodes, { form, imagePath: picture });
    for (const name of told.lost) lost.add(name);
    if (told.images.some((source) => picture(source) === null)) lost.add('a picture that the file does not hold');
    return told.markdown;
  };
  const item: FirstItem = { root, parts: partsOf(root), lost, picture, words };
  const outcome = mapped(item);
  const kind = item.parts.type || 'item';
  const asked = wordsOf(item.parts.asked).replace(/\s+/g, ' ').trim().slice(0, 60);
  const title = (root.attributes.title ?? '').trim();
  const told = { sourceId: root.attributes.ident ?? null, title: /^(?:question)?$/i.test(title) ? asked || title || kind : title, kind };
  if ('why' in outcome) return { ...told, status: 'skipped', reason: outcome.why, exercise: null };
  const reason = noted(outcome.note, ...[...lost].map((name) => `without ${name}`));
  return { ...told, status: reason === '' ? 'imported' : 'degraded', reason, exercise: outcome.exercise };
}

const MOST_OPTIONS = 300;
const MOST_COMPARISONS = 1_000;

function mapped(item: FirstItem): Outcome {
  const { responses, type } = item.parts;
  if (type.includes('calculated')) return { why: 'its numbers are drawn anew for each learner (calculated question)' };
  if (type.includes('file_upload')) return { why: 'it is answered by a file' };
  const options = responses.reduce((sum, response) => sum + response.options.length + 1, 0);
  // All of them are tried with each set of answers.
  const comparisons = allNamed(item.root, 'respcondition', 'varequal', 'varsubstring', 'vargte', 'vargt', 'varlte', 'varlt').length;
  if (options > MOST_OPTIONS || comparisons > MOST_COMPARISONS) return { why: 'it is larger than anything that a person would answer' };
  const [only, ...more] = responses;
  if (only === undefined) return type.includes('essay') ? essay(item) : { why: 'there is nothing to answer in it' };
  if (type.includes('essay')) return essay(item);
  if (more.length > 0) return mapSeveral(item);
  switch (only.kind) {
    case 'choice':
      return choice(item, only);
    case 'order':
      return order(item, only);
    case 'text':
      return text(item, only);
    case 'number':
      return number(item, only);
    case 'other':
      return { why: 'it is answered in a way that cannot be asked here' };
  }
}

function choice(item: FirstItem, response: Response): Outcome {
  const key = response.isMultiple ? someOf(item.root, response) : oneOf(item.root, response);
  if ('why' in key) return key;
  const texts = response.options.map(({ words }) => item.words(words, 'words'));
  const whys = response.options.map(({ ident }) => item.words(feedbackOf(item.root, `${ident}_fb`)));
  const right = response.options.map(({ ident }) => key.right.includes(ident));
  const plain = texts.map((one) => one.toLowerCase().replace(/\W/g, ''));
  if (!response.isMultiple && texts.length === 2 && plain.includes('true') && plain.includes('false')) {
    const why = { true: whys[plain.indexOf('true')] ?? '', false: whys[plain.indexOf('false')] ?? '' };
    return { exercise: { type: 'TRUE_FALSE', ...base(item), answer: right[plain.indexOf('true')] === true, why }, note: key.note };
  }
  const options = texts.map((one, i) => ({ id: idAt(i), text: one, why: whys[i] ?? '', correct: right[i] === true }));
  return { exercise: { type: response.isMultiple ? 'MULTI_SELECT' : 'MULTIPLE_CHOICE', ...base(item), options }, note: key.note };
}

function order(item: FirstItem, response: Response): Outcome {
  const [condition] = conditionsOf(item.root).filter((each) => wantedOf(each, response.ident).length > 1);
  const wanted = condition === undefined ? [] : wantedOf(condition, response.ident).map((one) => textOf(one).trim());
  const items = wanted.flatMap((ident) => response.options.filter((option) => option.ident === ident));
  if (items.length < 2 || items.length < response.options.length) return { why: 'no key: the file does not say what the order is' };
  const written = items.map(({ words }, i) => ({ id: idAt(i), text: item.words(words, 'words') }));
  return { exercise: { type: 'ORDERING', ...base(item), items: written }, note: '' };
}

function text(item: FirstItem, response: Response): Outcome {
  if (allNamed(item.root, 'varequal', 'varsubstring', 'vargte').length === 0) return essay(item);
  if (item.parts.type.includes('numerical')) return number(item, response);
  const key = textsOf(item.root, response);
  if ('why' in key) return key;
  return { exercise: { type: 'SHORT_TEXT', ...base(item), accept: [...key.right], caseSensitive: key.isExact }, note: key.note };
}

function number(item: FirstItem, response: Response): Outcome {
  const key = numberOf(item.root, response);
  if ('why' in key) return key;
  return { exercise: { type: 'NUMERIC', ...base(item), answer: key.value, absolute: key.absolute }, note: '' };
}

const CRITERION = 'It answers what is asked, whole and right.';
const NO_SAMPLE = 'The author gave no sample answer.';

function essay(item: FirstItem): Outcome {
  const solution = allNamed(item.root, 'solution').flatMap(materialsIn);
  const sample = solution.some((node) => isElement(node) || node.trim() !== '') ? item.words(solution) : '';
  const rubric = { criteria: [CRITERION], sample: sample === '' ? NO_SAMPLE : sample };
  return { exercise: { type: 'FREE_FORM', ...base(item), rubric }, note: sample === '' ? 'the file has neither criteria nor a sample answer' : '' };
}
