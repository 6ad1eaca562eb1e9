import { describe, expect, it } from 'vitest';
import { hornbook } from '../../../src/cli/hornbook-command.ts';

async function run(...args: string[]): Promise<{ code: number; printed: string; noted: string }> {
  const printed: string[] = [];
  let noted = '';
  const code = await hornbook(args, {
    print: (line) => printed.push(line),
    note: (text) => (noted += text),
    columns: null,
    interrupted: new AbortController().signal,
  });
  return { code, printed: printed.join('\n'), noted };
}

describe('hornbook', () => {
  it.each([[], ['help'], ['--help'], ['-h']])('lists its verbs for %j', async (...args) => {
    const { code, printed } = await run(...args);
    expect(code).toBe(0);
    expect(printed).toMatch(/^ {2}run-track {2}run a track's solutions/m);
  });

  it.each([[['run-track', '--help']], [['help', 'run-track']]])('tells how a verb is used for %j', async (args) => {
    const { code, printed } = await run(...args);
    expect(code).toBe(0);
    expect(printed).toMatch(/^hornbook run-track FOLDER --language/);
  });

  it('asks whether another verb was meant', async () => {
    expect(await run('run-trak')).toEqual({ code: 2, printed: '', noted: 'hornbook: there is no "run-trak". Did you mean: hornbook run-track?\n' });
    expect((await run('toString')).noted).toContain('hornbook help lists what there is.');
  });

  it('ends with 2 when a verb cannot be carried out as written', async () => {
    const { code, noted } = await run('run-track', 'tests/fixtures/tracks/python', '--language', 'python', '--only', 'nothing');
    expect(code).toBe(2);
    expect(noted).toMatch(/--only nothing names none of the 3 exercises in .*python\.\n$/);
    const unwritable = await run('run-track', 'tests/fixtures/tracks/python', '--language', 'python', '--json', 'no/such/out.json');
    expect(unwritable.code).toBe(2);
    expect(unwritable.noted).toContain('cannot be written');
  });
});
