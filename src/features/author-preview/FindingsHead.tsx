import { useEffect, useRef } from 'react';
import { t } from '../../i18n/text.ts';

interface FindingsHeadProps {
  /** Of the folder or file; null: there is but one. */
  name: string | null;
  count: number;
  /** Of the whole. */
  reason: string | null;
}

/** Takes the focus: what was pressed to come here has moved. */
export function FindingsHead({ name, count, reason }: FindingsHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      {name !== null && <p className="author-preview__name">{name}</p>}
      <h2 ref={heading} tabIndex={-1} className="author-preview__head">{t('preview.findings', { count })}</h2>
      {reason !== null && <p className="author-preview__reason">{reason}</p>}
    </>
  );
}
