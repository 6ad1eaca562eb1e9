import { createHash } from 'node:crypto';
import type { CourseParts } from './course.ts';
import { bytesOf, type Entry } from './zip-writer.ts';

export interface JsonObject {
  [field: string]: unknown;
}

/** A pack's files by path, as they will be written; its manifest apart, since it vouches for them at the end. */
export type Files = Map<string, Uint8Array>;

export interface Manifest {
  format: unknown;
  needs: unknown;
  files: Record<string, { sha256: unknown; size: unknown }>;
  [more: string]: unknown;
}

export const toFiles = ({ course, lessons, pictures }: CourseParts): Files =>
  new Map([
    ['pack.json', jsonBytes(course)],
    ...Object.entries(lessons).map(([folder, lesson]): [string, Uint8Array] => [`lessons/${folder}/lesson.json`, jsonBytes(lesson)]),
    ...Object.entries(pictures),
  ]);

export const manifestOf = (files: Files): Manifest => ({
  format: 1,
  needs: '0.1.0',
  files: Object.fromEntries(Array.from(files, ([path, bytes]) => [path, { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }])),
});

export const entriesOf = (files: Files, manifest: unknown = manifestOf(files)): Entry[] => [
  { name: 'MANIFEST.json', data: jsonBytes(manifest) },
  ...Array.from(files, ([name, data]) => ({ name, data })),
];

export const jsonBytes = (value: unknown): Uint8Array<ArrayBuffer> => bytesOf(JSON.stringify(value));
