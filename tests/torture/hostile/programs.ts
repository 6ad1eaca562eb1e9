import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodeLanguage } from '../../../db/models/enums.ts';
import type { HostileProgram } from './types.ts';

const OWN = join(import.meta.dirname, '..', 'programs');
const ALIASES: Readonly<Record<string, CodeLanguage>> = { py: 'python', python3: 'python', js: 'javascript', node: 'javascript', ts: 'typescript' };

/** Our own programs: `programs/<language>/<theme>.jsonl`. */
export function ownPrograms(): HostileProgram[] {
  const files = readdirSync(OWN, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl')).sort();
  return files.flatMap((name) => readPrograms(join(OWN, name)));
}

/** Reads a file of programs. A line that is none throws, with its number. */
export function readPrograms(path: string): HostileProgram[] {
  const lines = readFileSync(path, 'utf8').replace(/^\ufeff/, '').split(/\r?\n/);
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [readProgram(JSON.parse(line), `${index + 1}`)];
    } catch (error) {
      throw new Error(`${path}, line ${index + 1}: ${String(error)}`, { cause: error });
    }
  });
}

function readProgram(raw: unknown, fallbackId: string): HostileProgram {
  const { id, language, code, outcomes } = raw as Record<string, unknown>;
  const name = typeof language === 'string' ? language.toLowerCase() : '';
  const known = Object.hasOwn(CodeLanguage, name) ? (name as CodeLanguage) : ALIASES[name];
  if (known === undefined) throw new TypeError(`no language "${name}"`);
  if (typeof code !== 'string') throw new TypeError('no code');
  const allowed = typeof outcomes === 'string' ? [outcomes] : Array.isArray(outcomes) ? outcomes.map(String) : [];
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : fallbackId,
    language: known,
    code,
    outcomes: allowed.map((outcome) => outcome.trim().toLowerCase().replace(/[ _]/g, '-')),
  };
}
