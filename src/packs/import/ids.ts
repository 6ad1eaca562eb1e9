/** Ids for things that had none of our kind, each once. */
export interface Ids {
  /** The id that `text` would get now. */
  next(text: string): string;
  /** Nothing else gets it from now on. */
  take(id: string): void;
  /** Both. */
  give(text: string): string;
}

const LONGEST = 48;

/** `Übung 3: Schleifen?` → `ubung-3-schleifen`; what has no such letters gets `x` and a number made of it. */
export function createIds(): Ids {
  const taken = new Set<string>();
  const tried = new Map<string, number>();
  const next = (text: string): string => {
    const stem = toId(text);
    // Many of one name must not be counted from the beginning each time.
    let n = tried.get(stem) ?? 1;
    while (taken.has(numbered(stem, n))) n += 1;
    tried.set(stem, n);
    return numbered(stem, n);
  };
  const take = (id: string): void => void taken.add(id);
  return {
    next,
    take,
    give(text) {
      const id = next(text);
      take(id);
      return id;
    },
  };
}

const numbered = (stem: string, n: number): string => (n === 1 ? stem : `${stem}-${n}`);

function toId(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const id = plain.replace(/[^a-z0-9.]+/g, '-').replace(/\.{2,}|[.-]*-[.-]*/g, (run) => (run.includes('-') ? '-' : '.'));
  const short = id.slice(0, LONGEST).replace(/^[.-]+|[.-]+$/g, '');
  return short === '' ? `x${hashOf(text)}` : short;
}

/** FNV-1a, 32 bits: short, and the same for the same text. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
