/**
 * Which of these languages (BCP 47 tags) a reader would choose, who prefers `wanted`, the best first: the same tag, else the
 * same language as it is spoken elsewhere. Null: none of them.
 */
export function bestLanguage(wanted: readonly string[], spoken: readonly string[]): string | null {
  for (const tag of wanted) {
    const parts = tag.toLowerCase().split('-');
    for (let length = parts.length; length > 0; length -= 1) {
      const start = parts.slice(0, length).join('-');
      const found = spoken.find((one) => one.toLowerCase() === start) ?? spoken.find((one) => one.toLowerCase().startsWith(`${start}-`));
      if (found !== undefined) return found;
    }
  }
  return null;
}
