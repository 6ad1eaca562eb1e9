/** A backup on its way from one screen to another: My data hands over a copy, `#/restore` takes it. */
export interface HandedOver {
  /** What to call it on screen. */
  readonly name: string;
  readonly text: string;
}

let waiting: HandedOver | null = null;

/** Keeps it in memory until it is taken; the next one takes its place. */
export function handOver(file: HandedOver): void {
  waiting = file;
}

/** Gives it once; null where nothing was handed over, or the page was loaded anew meanwhile. */
export function takeHandedOver(): HandedOver | null {
  const taken = waiting;
  waiting = null;
  return taken;
}
