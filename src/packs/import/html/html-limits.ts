/** Levels of elements that have to be closed, and attributes of one element: an HTML parser's time grows with their squares. */
const MOST_LEVELS = 100;
const MOST_ATTRIBUTES = 200;

const TAG = /<(?:!--|(\/?)([a-zA-Z][^\s/>]*))/g;
const ATTRIBUTE = /[\s/]*(?:=?[^\s/>=]*)(?:\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>"'][^\s>]*|))?/y;
/** Whose content is no markup. */
const RAW = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext)$/;
/** Closed by their like or by their parent, or never: a thousand of them in a row are no depth. */
const SELF_CLOSING = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th tbody thead tfoot option optgroup rt rp'.split(' '),
);

/** Whether HTML can be parsed in linear time. Takes linear time itself. */
export function isWithinLimits(html: string): boolean {
  const open = new Map<string, number>();
  let depth = 0;
  for (const tag of tagsOf(html)) {
    if (tag.attributes > MOST_ATTRIBUTES) return false;
    if (SELF_CLOSING.has(tag.name)) continue;
    const count = open.get(tag.name) ?? 0;
    if (!tag.isEnd) {
      open.set(tag.name, count + 1);
      depth += 1;
    } else if (count > 0) {
      open.set(tag.name, count - 1);
      depth -= 1;
    }
    if (depth > MOST_LEVELS) return false;
  }
  return true;
}

/** What stands between tags, without entities read: for HTML that is not worth more. */
export function wordsOfHtml(html: string): string {
  const words: string[] = [];
  let at = 0;
  for (const tag of tagsOf(html)) {
    words.push(html.slice(at, tag.start));
    at = tag.end;
  }
  return [...words, html.slice(at)].join(' ');
}

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: number;
  readonly start: number;
  /** Behind its `>`; of one whose content is no markup, behind its end tag. */
  readonly end: number;
}

/** Tags by HTML's own rules; comments are passed over. */
function* tagsOf(html: string): Generator<Tag> {
  const find = new RegExp(TAG);
  for (let match = find.exec(html); match !== null; match = find.exec(html)) {
    const name = match[2]?.toLowerCase();
    if (name === undefined) {
      find.lastIndex = endOf(html, '-->', find.lastIndex);
      continue;
    }
    let at = find.lastIndex;
    let attributes = 0;
    while (at < html.length && html[at] !== '>') {
      ATTRIBUTE.lastIndex = at;
      at += Math.max(1, ATTRIBUTE.exec(html)?.[0].length ?? 1);
      attributes += 1;
    }
    const isEnd = match[1] === '/';
    let end = at + 1;
    if (!isEnd && RAW.test(name)) end = endOf(html, '>', indexOrEnd(html, new RegExp(`</${name}`, 'gi'), end));
    yield { name, isEnd: isEnd || RAW.test(name), attributes, start: match.index, end };
    find.lastIndex = end;
  }
}

function endOf(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

function indexOrEnd(html: string, mark: RegExp, from: number): number {
  mark.lastIndex = from;
  return mark.exec(html)?.index ?? html.length;
}
