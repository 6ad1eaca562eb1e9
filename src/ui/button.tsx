import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './button.css';

/** `primary` is the next action: one on a screen. `plain` has an edge, `quiet` none, `danger` erases. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger';

interface Look {
  kind?: ButtonKind;
  size?: 'm' | 's';
  /** A lucide icon, before or after the words. */
  icon?: ReactNode;
  iconEnd?: ReactNode;
  /** Takes the whole width it is given. */
  wide?: boolean;
}

type ButtonProps = Look & Omit<ComponentProps<'button'>, 'className'>;

export function Button({ kind = 'plain', size = 'm', icon, iconEnd, wide = false, children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={look({ kind, size, wide })} {...rest}>
      {icon}
      <span className="button__words">{children}</span>
      {iconEnd}
    </button>
  );
}

type ButtonLinkProps = Look & Omit<ComponentProps<'a'>, 'className'>;

/** A link that looks like the action it is. */
export function ButtonLink({ kind = 'plain', size = 'm', icon, iconEnd, wide = false, children, ...rest }: ButtonLinkProps) {
  return (
    <a className={look({ kind, size, wide })} {...rest}>
      {icon}
      <span className="button__words">{children}</span>
      {iconEnd}
    </a>
  );
}

const look = ({ kind = 'plain', size = 'm', wide = false }: Look): string =>
  classNames('button', `button--${kind}`, size === 's' && 'button--small', wide && 'button--wide');
