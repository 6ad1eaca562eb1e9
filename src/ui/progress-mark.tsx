import { Circle, CircleCheck, Contrast } from 'lucide-react';
import { t } from '../i18n/text.ts';
import { VisuallyHidden } from './visually-hidden.tsx';
import './progress-mark.css';

export type Mark = 'todo' | 'begun' | 'done';

const ICONS = { todo: Circle, begun: Contrast, done: CircleCheck } as const;

/** How far one thing has come, by shape and word as well as colour. */
export function ProgressMark({ mark }: { mark: Mark }) {
  const Icon = ICONS[mark];
  return (
    <span className={`progress-mark progress-mark--${mark}`}>
      <Icon />
      <VisuallyHidden>{t('common.mark', { mark })}</VisuallyHidden>
    </span>
  );
}
