import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const PACKS = join(import.meta.dirname, '../../../../../src/packs');

// The test runner finds the parts of a CommonJS package that Node itself does not.
it('tables are read and written where Node runs them, without a bundler', async () => {
  const script = `
    const { readTable } = await import(${JSON.stringify(join(PACKS, 'import/csv/read-table.ts'))});
    const { toCsv } = await import(${JSON.stringify(join(PACKS, 'export/csv/to-csv.ts'))});
    console.log(JSON.stringify(readTable(toCsv([['a', 'b'], ['1', '2']]), 'x.csv').rows.map(({ cells }) => cells)));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
  expect(stdout.trim()).toBe('[["a","b"],["1","2"]]');
});
