/** Rows as columns of even width, two spaces apart; a column of numbers stands to the right. */
export function toTable(rows: readonly (readonly (string | number)[])[]): string[] {
  const width = (column: number): number => Math.max(0, ...rows.map((row) => String(row[column] ?? '').length));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const size = width(column);
        return typeof cell === 'number' ? String(cell).padStart(size) : cell.padEnd(size);
      })
      .join('  ')
      .trimEnd(),
  );
}
