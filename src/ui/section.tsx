import { useId, type ReactNode } from 'react';
import './section.css';

interface SectionProps {
  title: string;
  /** A link or button at the end of the heading's line. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page, known to a screen reader by its title. */
export function Section({ title, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section__head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
