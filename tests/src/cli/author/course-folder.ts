import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { hornbook } from '../../../../src/cli/hornbook-command.ts';

export interface Ended {
  readonly code: number;
  readonly printed: string;
  readonly noted: string;
}

/** A verb in this process, as nobody looks. */
export async function run(...args: string[]): Promise<Ended> {
  const printed: string[] = [];
  let noted = '';
  const interrupted = new AbortController().signal;
  const code = await hornbook(args, { print: (line) => printed.push(line), note: (text) => (noted += text), columns: null, interrupted });
  return { code, printed: printed.join('\n'), noted };
}

/** An empty folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hornbook-author-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function write(folder: string, files: { readonly [path: string]: string | Uint8Array }): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

export const COURSE = `format: 1
id: tea
version: 1.0.0
title: Tea
description: How to make tea.
languages: [en]
level: BEGINNER
programmingLanguage: python
licence: { text: CC-BY-4.0, code: MIT }
authors: [Someone]
lessons: [010-leaves]
`;

const HEAD = `---
id: leaves
title: Leaves
objectives: [Tell leaves apart]
minutes: 3
---
Some leaves are green.
`;

/** A course of one lesson with these exercises. */
export const courseOf = (...exercises: readonly string[]): { readonly [path: string]: string } => ({
  'course.yaml': COURSE,
  'lessons/010-leaves/lesson.md': [HEAD, ...exercises.map((text) => `:::exercise\n${text.trim()}\n:::\n`)].join('\n'),
});

export const GREEN = `
id: leaves.green
type: TRUE_FALSE
prompt: Some leaves are green.
answer: true
why: { true: They are., false: Look again. }
hints: [Look out of the window.]
`;

/** A fresh folder with a course in it. */
export function courseFolder(files: { readonly [path: string]: string | Uint8Array } = courseOf(GREEN)): string {
  const folder = temporaryFolder();
  write(folder, files);
  return folder;
}
