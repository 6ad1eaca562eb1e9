import { useEffect, useRef } from 'react';

/** The heading of what has come up. It takes the focus: the button that was pressed is gone. */
export function StageHead({ title, lang }: { title: string; lang?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return <h2 ref={heading} tabIndex={-1} className="add-course__title" lang={lang}>{title}</h2>;
}
