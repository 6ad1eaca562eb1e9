import type { ReactNode } from 'react';

/** Names and what is so, line by line. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="my-data__facts">{children}</dl>;
}

export function Fact({ name, children, action }: { name: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="my-data__fact">
      <dt>{name}</dt>
      <dd>
        <span>{children}</span>
        {action}
      </dd>
    </div>
  );
}
