import { Suspense, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import './menu.css';

interface MenuProps {
  label: string;
  /** What the button shows. */
  face: ReactNode;
  /** Links and buttons, put up (and maybe fetched) once the button is approached. A press on one closes the menu. */
  children: ReactNode;
}

/** A button that discloses a short list. Esc or leaving it closes it; Tab walks through as anywhere. */
export function Menu({ label, face, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return;
    const onPress = (event: PointerEvent): void => {
      if (event.target instanceof Node && root.current?.contains(event.target) === false) setOpen(false);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    window.addEventListener('pointerdown', onPress);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('pointerdown', onPress);
      window.removeEventListener('keydown', onKey);
    };
  }, [isOpen]);
  return (
    <div
      ref={root}
      className="menu"
      onBlur={(event) => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className="menu__button"
        aria-label={label}
        title={label}
        aria-expanded={isOpen}
        aria-controls={id}
        onFocus={() => setWanted(true)}
        onPointerEnter={() => setWanted(true)}
        onClick={() => {
          setWanted(true);
          setOpen(!isOpen);
        }}
      >
        {face}
      </button>
      <div id={id} className="menu__sheet" hidden={!isOpen} onClick={() => setOpen(false)}>
        {isWanted && <Suspense>{children}</Suspense>}
      </div>
    </div>
  );
}
