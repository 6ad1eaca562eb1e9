// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { CourseLanguage } from '../../../src/ui/course-language.ts';
import { CodeBlock, CourseText, CourseWords } from '../../../src/ui/course-text.tsx';

it('an author’s words carry their language, and code has none', () => {
  const html = renderToStaticMarkup(
    <CourseLanguage value="de">
      <CourseText text="Der *Tee*." />
      <CourseWords text="Grüner" />
      <CodeBlock code="print(1)" language="python" />
    </CourseLanguage>,
  );
  expect([...html.matchAll(/<(\w+)[^>]* lang="de"/g)].map(([, tag]) => tag)).toEqual(['div', 'span']);
  expect(renderToStaticMarkup(<CourseText text="Tea" />)).not.toContain('lang=');
});
