import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DiffView } from '../../../src/ui/diff-view.tsx';

const words = { added: 'Added:', removed: 'Taken out:', same: 'No difference.' };
const render = (before: string, after: string, by: 'lines' | 'words'): string =>
  renderToStaticMarkup(<DiffView before={before} after={after} by={by} words={words} />);

describe('differences', () => {
  it('are told line by line, by a sign and a word', () => {
    const html = render('a = 1\nb = 2\n', 'a = 1\nb = 3', 'lines');
    expect(html.match(/Taken out:/g)).toHaveLength(1);
    expect(html.match(/Added:/g)).toHaveLength(1);
    expect(html).toContain('−');
    expect(html).toContain('+');
  });

  it('are told word by word in prose', () => {
    const html = render('three jars', 'four jars', 'words');
    expect(html).toMatch(/<del[^>]*>.*three<\/del>/);
    expect(html).toMatch(/<ins[^>]*>.*four<\/ins>/);
  });

  it('are none where only the end of the last line differs', () => {
    expect(render('a', 'a\n', 'lines')).toContain('No difference.');
  });
});
