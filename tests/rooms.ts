/**
 * The one rule, as data: imports point only downward. A file belongs to the room with the longest matching path; it
 * may import its own room, the rooms named here, and the packages named here (type-only imports too). The entry
 * points alone construct things, so they alone see everything below them.
 */
export interface Room {
  readonly path: string;
  readonly rooms: readonly string[];
  /** Package names, or `node:` for all of Node's own. */
  readonly packages: readonly string[];
}

const MODELS = 'db/models';
const DB = ['db', MODELS];
const LOWER = ['src/core', 'src/core/constructs', 'src/core/review', 'src/packs', 'src/runner', 'src/platform', ...DB];
const REACT = ['react'];
const SCREEN = ['src/ui', 'src/hooks', 'src/services', 'src/i18n', ...LOWER];

export const ROOMS: readonly Room[] = [
  { path: 'db/models', rooms: [], packages: [] },
  { path: 'db/versions', rooms: [], packages: ['dexie'] },
  { path: 'db', rooms: [MODELS, 'db/versions'], packages: ['dexie'] },
  { path: 'src/core', rooms: [MODELS, 'src/core/constructs'], packages: [] },
  { path: 'src/core/constructs', rooms: [MODELS], packages: ['@lezer/javascript', '@lezer/python'] },
  { path: 'src/core/review', rooms: ['src/core', MODELS], packages: ['ts-fsrs'] },
  { path: 'src/packs', rooms: ['src/core', 'src/core/constructs', MODELS], packages: ['@valibot/to-json-schema', 'fflate', 'fzstd', 'papaparse', 'parse5', 'saxes', 'sql.js', 'valibot', 'yaml'] },
  { path: 'src/runner', rooms: ['src/core', MODELS], packages: ['sucrase', 'virtual:engines'] },
  { path: 'src/platform', rooms: ['src/core', 'electron/bridge.ts'], packages: [] },
  { path: 'src/services', rooms: LOWER, packages: [] },
  { path: 'src/i18n', rooms: [], packages: ['@lingui/core', 'virtual:messages'] },
  { path: 'src/hooks', rooms: ['src/services', ...LOWER], packages: [...REACT, 'dexie'] },
  {
    path: 'src/ui',
    rooms: ['src/core', 'src/i18n', MODELS],
    packages: [
      ...REACT,
      'lucide-react',
      'marked',
      'dompurify',
      'diff',
      '@codemirror/*',
      '@lezer/*',
      '@fontsource-variable/*',
    ],
  },
  { path: 'src/features/*', rooms: SCREEN, packages: [...REACT, 'lucide-react', 'zustand'] },
  { path: 'src/app', rooms: ['src/features/*', ...SCREEN], packages: [...REACT, 'react-dom', 'lucide-react', 'regexparam'] },
  {
    path: 'src/build',
    rooms: ['src/packs', 'src/core', MODELS],
    packages: ['node:', 'vite', 'vite-plugin-pwa', '@lingui/message-utils'],
  },
  {
    path: 'src/cli',
    rooms: ['src/build', 'src/services', 'src/i18n', 'seeds', ...LOWER],
    packages: ['node:', 'fake-indexeddb', 'vite', 'playwright-core'],
  },
  { path: 'src/boot', rooms: ['src/app', ...SCREEN], packages: [] },
  { path: 'src/main.tsx', rooms: ['src/boot', 'src/app', ...SCREEN], packages: ['virtual:bundled-courses'] },
  { path: 'electron/bridge.ts', rooms: [], packages: [] },
  { path: 'electron', rooms: ['electron/bridge.ts'], packages: ['node:', 'electron'] },
  { path: 'seeds', rooms: ['src/core', 'src/core/constructs', 'src/packs', 'src/services', ...DB], packages: ['node:'] },
];

/** The room a file belongs to: `src/features/*` stands for one room per feature. */
export function roomOf(file: string): Room | null {
  const fits = ROOMS.filter((room) => {
    const base = room.path.replace('/*', '/');
    return file === room.path || file.startsWith(base.endsWith('/') ? base : `${base}/`);
  });
  return fits.sort((a, b) => b.path.length - a.path.length)[0] ?? null;
}

/** Two features are two rooms though one line of the table describes both. */
const nameOf = (room: Room, file: string): string =>
  room.path.endsWith('/*') ? file.split('/').slice(0, room.path.split('/').length).join('/') : room.path;

export function mayImport(from: string, to: string): boolean {
  const a = roomOf(from);
  const b = roomOf(to);
  if (a === null || b === null) return false;
  return nameOf(a, from) === nameOf(b, to) || a.rooms.includes(b.path);
}

export function mayImportPackage(from: string, packageName: string): boolean {
  const allowed = roomOf(from)?.packages ?? [];
  return allowed.some((p) =>
    p === 'node:' ? packageName.startsWith('node:') : p.endsWith('/*') ? packageName.startsWith(p.slice(0, -1)) : p === packageName,
  );
}
