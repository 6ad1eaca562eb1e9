/** Nearer than this to the edge, the page goes along, px. */
const EDGE = 64;
const FASTEST = 14;

/** Scrolls what `element` scrolls in while the pointer is near its upper or lower edge; `onScroll` after each step. */
export function createAutoScroll(element: Element, onScroll: () => void): { readonly at: (y: number) => void; readonly stop: () => void } {
  const scroller = scrollerOf(element);
  let pointer: number | null = null;
  let frame = 0;
  const step = (): void => {
    frame = 0;
    const speed = pointer === null ? 0 : speedAt(scroller, pointer);
    if (speed === 0) return;
    const before = scroller.scrollTop;
    scroller.scrollTop += speed;
    if (scroller.scrollTop === before) return;
    onScroll();
    frame = requestAnimationFrame(step);
  };
  return {
    at(y) {
      pointer = y;
      if (frame === 0) frame = requestAnimationFrame(step);
    },
    stop() {
      pointer = null;
      cancelAnimationFrame(frame);
    },
  };
}

function scrollerOf(element: Element): Element {
  for (let one = element.parentElement; one !== null; one = one.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight) return one;
  }
  return document.scrollingElement ?? document.documentElement;
}

/** px a frame; negative: up. */
function speedAt(scroller: Element, y: number): number {
  const isPage = scroller === document.scrollingElement;
  const { top, bottom } = isPage ? { top: 0, bottom: window.innerHeight } : scroller.getBoundingClientRect();
  if (y < top + EDGE) return -Math.ceil(FASTEST * Math.min(1, (top + EDGE - y) / EDGE));
  return y > bottom - EDGE ? Math.ceil(FASTEST * Math.min(1, (y - bottom + EDGE) / EDGE)) : 0;
}
