import './course-text.css';
import { useContext, useLayoutEffect, useMemo, useRef } from 'react';
import { CourseLanguage } from './course-language.ts';
import { CoursePictures, showPictures } from './course-pictures.ts';
import { codeToSafeHtml, inlineMarkdownToSafeHtml, markdownToSafeHtml } from './course-text-html.ts';

interface CourseTextProps {
  /** Markdown from a pack: hostile until sanitised, which happens here and nowhere else. */
  readonly text: string;
  readonly className?: string;
  /** The level of its highest headings, 2 unless told. */
  readonly topHeading?: number;
}

/** A block of an author's Markdown in the reading face. */
export function CourseText({ text, className = '', topHeading = 2 }: CourseTextProps) {
  const html = useMemo(() => markdownToSafeHtml(text, topHeading), [text, topHeading]);
  return <Html tag="div" html={html} className={`course-text ${className}`} />;
}

/** A run of an author's Markdown inside a label or a sentence; text with blank lines keeps its paragraphs apart. */
export function CourseWords({ text, className = '' }: Omit<CourseTextProps, 'topHeading'>) {
  const html = useMemo(() => inlineMarkdownToSafeHtml(text), [text]);
  return <Html tag="span" html={html} className={`course-words ${className}`} />;
}

/** Code that is only read: an author's solution, an earlier try. */
export function CodeBlock({ code, language }: { readonly code: string; readonly language: string | null }) {
  const html = useMemo(() => codeToSafeHtml(code, language), [code, language]);
  return (
    <pre className="ct-code" tabIndex={0}>
      <Html tag="code" html={html} className="" />
    </pre>
  );
}

interface HtmlProps {
  readonly tag: 'div' | 'span' | 'code';
  readonly html: TrustedHTML;
  readonly className: string;
}

function Html({ tag: Tag, html, className }: HtmlProps) {
  const element = useRef<HTMLElement>(null);
  const pictures = useContext(CoursePictures);
  const language = useContext(CourseLanguage);
  useLayoutEffect(() => {
    if (element.current !== null && pictures !== null) return showPictures(element.current, pictures);
    return undefined;
  }, [html, pictures]);
  // Code is read in no language.
  return <Tag ref={element as never} lang={Tag === 'code' ? undefined : language} className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
