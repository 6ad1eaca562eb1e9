import { CircleAlert, CircleCheck, CircleDashed, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './notice.css';

export type Tone = 'note' | 'right' | 'notyet' | 'danger';

const ICONS = { note: Info, right: CircleCheck, notyet: CircleDashed, danger: CircleAlert } as const;

interface NoticeProps {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
}

/** Something worth saying in the page itself: told by icon and word as well as colour. */
export function Notice({ tone = 'note', title, children, actions }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div className={classNames('notice', `notice--${tone}`)}>
      <Icon className="notice__icon" />
      <div className="notice__words">
        {title !== undefined && <p className="notice__title">{title}</p>}
        {children}
      </div>
      {actions !== undefined && <div className="notice__actions">{actions}</div>}
    </div>
  );
}

/** A place that is read out, politely, whenever its words change. Keep it mounted. */
export function Status({ children }: { children: ReactNode }) {
  return <div className="status" role="status">{children}</div>;
}
