/** What Markdown itself writes for a tag. */
const WRITTEN: { readonly [name: string]: string } = { b: '**', strong: '**', i: '*', em: '*', code: '`', tt: '`', s: '~~', del: '~~' };
/** Shown by the renderer as they are. */
const KEPT = new Set(['sub', 'sup', 'kbd']);
/** Only arrange or style what they hold. */
const DROPPED = new Set(
  'p div span section article center font u details summary small big mark ins main header footer figure figcaption'.split(' ').concat(
    'table thead tbody tfoot tr td th ul ol li dl dt dd blockquote pre h1 h2 h3 h4 h5 h6 abbr q cite lia-keep wbr a label strike nav body html'.split(' '),
  ),
);
/** Whatever they hold is no words. */
const FRAMES: { readonly [name: string]: string } = {
  iframe: 'an embedded page',
  video: 'a film',
  audio: 'a recording',
  object: 'an embedded object',
  embed: 'an embedded object',
  svg: 'a drawing',
  canvas: 'a drawing',
  script: 'a script',
  style: 'a style',
  form: 'a form',
};
const TAG = /<(\/?)([a-z][a-z0-9-]{0,20})((?:\s|\/)[^<>]{0,2000})?>/gi;

/** Tags inside Markdown become Markdown, or go; one that is none (`Vec<T>`) is shown as it was written. */
export function inlineTags(prose: string, lose: (what: string) => void): string {
  const withoutComments = dropComments(prose);
  const withoutFrames = dropFrames(withoutComments, lose);
  return withoutFrames
    .replace(/<a\s[^<>]{0,500}?href\s?=\s?["']?(https?:\/\/[^\s"'<>]{1,1000})["']?[^<>]{0,500}>([^<\n]{0,500})<\/a>/gi, (_, to: string, words: string) =>
      words.trim() === '' ? '' : `[${words.trim()}](${to})`,
    )
    .replace(TAG, (whole, close: string, tag: string, rest: string | undefined) => {
      const name = tag.toLowerCase();
      if (name === 'br') return ' ';
      if (name === 'hr') return '\n---\n';
      if (name === 'img') return pictureOf(rest ?? '');
      if (name === 'source' || name === 'picture' || name === 'input' || name === 'button') return '';
      if (WRITTEN[name] !== undefined) return WRITTEN[name];
      if (KEPT.has(name)) return `<${close}${name}>`;
      return DROPPED.has(name) ? '' : `\\${whole}`;
    })
    // What is left of a tag that never ends.
    .replace(/<(?=\/?(?:img|picture|video|audio|svg|iframe|script)\b)/gi, String.raw`\<`);
}

const pictureOf = (attributes: string): string => {
  const value = (name: string): string => {
    const found = new RegExp(`\\b${name}\\s?=\\s?(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(attributes);
    return (found?.slice(1) as (string | undefined)[] | undefined)?.find((v) => v !== undefined) ?? '';
  };
  return `![${value('alt').replace(/[[\]\n]/g, ' ').trim()}](${value('src').replace(/[()\s]/g, encodeURIComponent)})`;
};

/** A comment that never ends hides nothing. */
function dropComments(prose: string): string {
  const parts = prose.split('<!--');
  const head = parts.shift() ?? '';
  return head + parts.map((part) => {
    const end = part.indexOf('-->');
    return end < 0 ? `&lt;!--${part}` : part.slice(end + 3);
  }).join('');
}

function dropFrames(prose: string, lose: (what: string) => void): string {
  let text = prose;
  for (const [name, what] of Object.entries(FRAMES)) {
    const open = new RegExp(`<${name}\\b[^<>]{0,2000}>`, 'gi');
    const close = new RegExp(`</${name}\\s*>`, 'gi');
    let kept = '';
    let at = 0;
    for (let found = open.exec(text); found !== null; found = open.exec(text)) {
      lose(what);
      kept += text.slice(at, found.index);
      close.lastIndex = open.lastIndex;
      const end = close.exec(text);
      at = end === null ? open.lastIndex : close.lastIndex;
      open.lastIndex = at;
      // No later one would find an end either.
      if (end === null) break;
    }
    text = (kept + text.slice(at)).replace(open, '');
  }
  return text;
}
