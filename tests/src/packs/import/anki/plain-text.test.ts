import { expect, test } from 'vitest';
import { htmlToText } from '../../../../../src/packs/import/anki/plain-text.ts';

test('HTML is read as its words, in lines where it breaks them', () => {
  expect(htmlToText(' two   words\n')).toBe('two words');
  expect(htmlToText('<div>a&nbsp;&lt;b&gt;</div><div>c<br>d</div>')).toBe('a <b>\n\nc\nd');
  expect(htmlToText('<b>bold</b>ly <img src="a.png"><script>x()</script><span style="display: none">no</span>')).toBe('boldly');
});

test('code keeps its spaces', () => {
  expect(htmlToText('<pre>if a:\n    b  =  1</pre>')).toBe('if a:\n    b  =  1');
});
