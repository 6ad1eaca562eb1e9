import { useEffect, useRef, type RefObject } from 'react';

/** For the heading of a part that replaces another: the focus goes where the eye goes. */
export function useFocusOnMount(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return heading;
}
