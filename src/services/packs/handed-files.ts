/** Files dropped on the library, on their way to `#/add`, in memory. */
let files: readonly File[] = [];

/** Keeps them until they are taken; the next ones take their place. */
export function handFiles(dropped: readonly File[]): void {
  files = dropped;
}

/** Gives them once. */
export function takeFiles(): readonly File[] {
  const taken = files;
  files = [];
  return taken;
}
