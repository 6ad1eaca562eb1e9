import { packErrorToText, type PackError } from '../../packs/pack-error.ts';
import type { Terminal } from '../terminal.ts';
import type { UnusableCourse } from './open-course.ts';

/** Every finding on a line of its own, its file as the author's editor would find it; and how many there are. */
export function tellFindings({ reason, findings }: Omit<UnusableCourse, 'type'>, path: string, { print }: Pick<Terminal, 'print'>): void {
  if (reason !== null) print(`${path}: ${reason}`);
  for (const finding of findings) print(packErrorToText(placed(finding, path)));
  if (findings.length > 0) print(`\n${countOf(findings.length, 'finding')}.`);
}

/** A file inside a pack has no place of its own on the disk. */
const placed = (finding: PackError, path: string): PackError =>
  /\.(?:hornpack|zip)$/i.test(path) ? finding : { ...finding, file: `${path.replace(/[\\/]+$/, '')}/${finding.file}` };

export const countOf = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
