/** Esc: from the editor to the next action, where Tab moves on and single letters are keys again. */
export function leaveEditor(): void {
  document.querySelector<HTMLElement>('[data-primary]')?.focus();
}
