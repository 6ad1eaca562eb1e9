import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsIn, parseTemplate, renderTemplate } from '../../../../../src/packs/import/anki/template.ts';

const FULL: { readonly [name: string]: string | undefined } = { Front: 'F', Back: '{{Front}}' };
const render = (template: string): string =>
  renderTemplate(parseTemplate(template), (name, filters) => [...filters, FULL[name] ?? ''].join('>'), (name) => FULL[name] !== undefined);

test('fields are put in, and what stands in them is not read again', () => {
  expect(render('<b>{{Front}}</b> {{ Back }}')).toBe('<b>F</b> {{Front}}');
  expect(render('{{text:hint:Front}} {{! a remark}}.')).toBe('hint>text>F .');
});

test('sections stand where their field is full, or is not', () => {
  expect(render('{{#Front}}a{{^None}}b{{/None}}{{/Front}}{{#None}}c{{/None}}{{^Front}}d{{/Front}}')).toBe('ab');
});

test('a section that is not closed goes to the end, a closing that opens nothing is passed over', () => {
  expect(render('{{#None}}a{{#Front}}b')).toBe('');
  expect(render('{{/None}}a{{#Front}}b')).toBe('ab');
});

test('other brackets are read where the template allows them', () => {
  expect(render('{{=<% %>=}}<%Front%> {{Front}}')).toBe('F F');
});

test('fields are found in sections too', () => {
  expect(fieldsIn(parseTemplate('{{#A}}{{type:B}}{{/A}}{{C}}'))).toMatchObject([{ name: 'B', filters: ['type'] }, { name: 'C', filters: [] }]);
});

test('text without brackets is itself, however deep sections lie', () => {
  fc.assert(fc.property(fc.string().filter((text) => !text.includes('{{')), (text) => render(text) === text));
  expect(render(`${'{{#Front}}'.repeat(10_000)}x`)).toBe('x');
});
