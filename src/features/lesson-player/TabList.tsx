import { useRef, type KeyboardEvent } from 'react';

interface TabListProps<T extends string> {
  readonly names: readonly T[];
  readonly selected: T;
  readonly onSelect: (name: T) => void;
  readonly wordOf: (name: T) => string;
  readonly tabId: (name: T) => string;
  readonly panelId: (name: T) => string;
  readonly className: string;
  readonly tabClassName: string;
  readonly label?: string;
}

/** One tab for each name; arrow keys go between them the way the text runs, and choose at once. */
export function TabList<T extends string>({ names, selected, onSelect, wordOf, tabId, panelId, className, tabClassName, label }: TabListProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const at = names.indexOf(selected);
    const onward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    const to = { ArrowLeft: at - onward, ArrowRight: at + onward, Home: 0, End: names.length - 1 }[event.key];
    const name = to === undefined ? undefined : names[(to + names.length) % names.length];
    if (name === undefined) return;
    event.preventDefault();
    onSelect(name);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(tabId(name))}`)?.focus();
  };
  return (
    <div className={className} role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={tabId(name)}
          className={tabClassName}
          aria-selected={name === selected}
          aria-controls={panelId(name)}
          tabIndex={name === selected ? 0 : -1}
          onClick={() => onSelect(name)}
        >
          {wordOf(name)}
        </button>
      ))}
    </div>
  );
}
