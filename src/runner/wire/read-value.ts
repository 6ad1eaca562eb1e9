import { isRecord } from '../../core/json.ts';
import type { Value } from '../../core/run-result.ts';
import { isString } from './plain.ts';

const MAX_DEPTH = 100;
const MAX_NAME = 200;
const MAX_REPR = 2_000;

/**
 * A value out of a worker's JSON, checked: its realm is hostile. Null when it is not one. What was parsed is checked
 * where it stands (and cut there): a copy of four million characters' worth would stall the page.
 */
export const readValue = (raw: unknown): Value | null => (isValue(raw, 0) ? raw : null);

function isValue(raw: unknown, depth: number): raw is Value {
  if (!isRecord(raw) || depth > MAX_DEPTH) return false;
  switch (raw.kind) {
    case 'none':
    case 'undefined':
      return true;
    case 'boolean':
      return typeof raw.value === 'boolean';
    case 'integer':
      return isString(raw.digits) && /^-?\d+$/.test(raw.digits);
    case 'float':
      return isString(raw.text);
    case 'string':
      return isString(raw.value);
    case 'list':
    case 'tuple':
    case 'set':
      return areValues(raw.items, depth + 1);
    case 'dict':
      return Array.isArray(raw.entries) && raw.entries.every((entry) => isPair(entry, depth + 1));
    case 'other':
      if (!isString(raw.typeName) || !isString(raw.repr)) return false;
      raw.typeName = raw.typeName.slice(0, MAX_NAME);
      raw.repr = raw.repr.slice(0, MAX_REPR);
      return true;
    default:
      return false;
  }
}

/** All or nothing. */
function areValues(raw: unknown, depth: number): boolean {
  if (!Array.isArray(raw)) return false;
  for (const item of raw) if (!isValue(item, depth)) return false;
  return true;
}

const isPair = (raw: unknown, depth: number): boolean => Array.isArray(raw) && raw.length === 2 && areValues(raw, depth);
