import fc from 'fast-check';
import { expect, it } from 'vitest';
import { childOf, childrenOf, innerXml, parseXml, textOf, type XmlElement } from '../../../../src/packs/import/xml-tree.ts';

function treeOf(text: string): XmlElement {
  const parsed = parseXml(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}
const refusalOf = (text: string) => {
  const parsed = parseXml(text);
  if (parsed.ok) throw new Error('it was read');
  return parsed.error;
};

it('elements, attributes, text and lines are read', () => {
  const root = treeOf('<?xml version="1.0"?>\n<quiz a="1">\n<q>one</q><q b="x&amp;y"/></quiz>');
  expect(root).toMatchObject({ name: 'quiz', attributes: { a: '1' }, line: 2 });
  expect(childrenOf(root, 'q').map(textOf)).toEqual(['one', '']);
  expect(childrenOf(root, 'q')[1]).toMatchObject({ attributes: { b: 'x&y' }, line: 3 });
  expect(childOf(root, 'none')).toBeNull();
});

it('prefixes are left out and need not be declared', () => {
  const root = treeOf('<p:item xmlns:p="urn:p" xmlns="urn:q" xsi:schemaLocation="s" p:id="2" id="1"><p:b/></p:item>');
  expect(root.name).toBe('item');
  expect({ ...root.attributes }).toEqual({ xmlns: 'urn:q', schemaLocation: 's', id: '1' });
  expect(childOf(root, 'b')).not.toBeNull();
});

it('text and CDATA between two elements are one piece', () => {
  expect(treeOf('<a>1 &lt; <![CDATA[2 & 3]]> &#x34;<b/>5</a>').children).toMatchObject(['1 < 2 & 3 4', { name: 'b' }, '5']);
});

it('the comment right before an element is kept', () => {
  const root = treeOf('<a><!-- question: 7 --> <b/><!-- 8 -->word<b/><b/></a>');
  expect(childrenOf(root, 'b').map(({ comment }) => comment)).toEqual(['question: 7', '', '']);
});

it('the commonest entities of HTML are known, and nothing that an object inherits', () => {
  expect(textOf(treeOf('<a>&nbsp;&eacute;&yuml;&mdash;&apos;</a>'))).toBe('\u00a0éÿ—\'');
  expect(refusalOf('<a>&constructor;</a>').message).toBe('undefined entity');
  expect(Object.getPrototypeOf(treeOf('<a __proto__="1"/>').attributes)).toBeNull();
});

it('a fault is told with its line, its column and what it is', () => {
  expect(refusalOf('<a>\n<b></a>')).toEqual({ type: 'BadXml', message: 'unexpected close tag', line: 2, column: 7 });
  expect(refusalOf('<a>').message).toBe('unclosed tag: a');
  expect(refusalOf('').message).not.toBe('');
  expect(refusalOf('not xml').line).toBe(1);
});

it('entities of a doctype are refused, a doctype without is read', () => {
  expect(refusalOf('<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>').message).toContain('entities');
  expect(treeOf('<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>').name).toBe('a');
});

it('depth and number have limits', () => {
  expect(refusalOf('<a>'.repeat(1e5)).message).toContain('levels');
  expect(refusalOf(`<a>${'<b/>'.repeat(1_000_001)}</a>`).message).toContain('elements');
}, 60_000);

it('inner markup is written so that HTML reads it alike', () => {
  expect(innerXml(treeOf('<a>x &lt; y<br/><h:p c="&quot;1&quot;"/><i>z</i></a>'))).toBe('x &lt; y<br/><p c="&quot;1&quot;"></p><i>z</i>');
});

const tree: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    fc.string({ unit: 'grapheme' }).filter((s) => !/[^\t\n -\ud7ff\ue000-\ufffd]/.test(s)).map((s) => s.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')),
    fc.array(tie('node')).map((inside) => `<b>${inside.join('')}</b>`),
  ),
})).node;

it('what is written of a tree reads as that tree', () => {
  fc.assert(fc.property(tree, (inside) => {
    expect(innerXml(treeOf(`<a>${inside}</a>`))).toBe(inside);
  }));
});

it('half a character is read as one that cannot be shown, wherever it stands', () => {
  expect(parseXml('<a>\ud800</a>')).toMatchObject({ ok: true, value: { children: ['\ufffd'] } });
  for (const end of ['<!\ud800', '<?\ud800', '\ud800']) expect(parseXml(`<a>${end}`)).toMatchObject({ ok: false });
});

it('whatever it is given, it answers', () => {
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('<a>', '</a>', '<!', '<![CDATA[', ']]>', '&', ';', '"', '<?', '\ud800', '<!DOCTYPE', '['));
  fc.assert(fc.property(fc.array(piece), (pieces) => {
    const text = `<a>${pieces.join('')}`;
    const parsed = parseXml(text);
    if (!parsed.ok) expect(parsed.error.message).not.toBe('');
  }));
});
