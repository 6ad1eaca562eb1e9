import papaparse from 'papaparse';
import { guarded } from './table-cells.ts';

/**
 * A table as CSV (RFC 4180): with the mark at its beginning that spreadsheets look for, every cell in quotes (a text may begin
 * or end with spaces, and hold any line break), and none that a spreadsheet would run.
 */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${papaparse.unparse(rows.map((row) => row.map(guarded)), { quotes: true, newline: '\r\n' })}\r\n`;
