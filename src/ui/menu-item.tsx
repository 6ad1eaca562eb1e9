import type { ReactNode } from 'react';

interface MenuItemProps {
  icon: ReactNode;
  children: ReactNode;
  /** A link goes, a button does. */
  to?: string;
  onPress?: () => void;
}

/** A line of a menu. */
export function MenuItem({ icon, children, to, onPress }: MenuItemProps) {
  const inside = <>{icon}<span>{children}</span></>;
  if (to !== undefined) return <a className="menu__item" href={to}>{inside}</a>;
  return <button type="button" className="menu__item" onClick={onPress}>{inside}</button>;
}
