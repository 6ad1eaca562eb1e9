import { describe, expect, it } from 'vitest';
import { createOutput } from '../../../../../../src/runner/engines/javascript/inside/output.ts';

function setup(maxChars: number) {
  const sent: [stream: string, text: string][] = [];
  let time = 0;
  let overflows = 0;
  const output = createOutput((stream, text) => sent.push([stream, text]), () => time, maxChars, () => (overflows += 1));
  return { output, sent, pass: (ms: number) => (time += ms), overflows: () => overflows };
}

describe('what a program writes', () => {
  it('goes out at once at first, since the program may hang right after', () => {
    const { output, sent } = setup(1000);
    output.write('stdout', 'a');
    output.write('stderr', 'b');
    expect(sent).toEqual([['stdout', 'a'], ['stderr', 'b']]);
  });

  it('goes out in few pieces when there is much of it, all of it and in order', () => {
    const { output, sent } = setup(1_000_000);
    for (let i = 0; i < 50_000; i++) output.write(i % 1000 === 0 ? 'stderr' : 'stdout', `${i}\n`);
    output.flush();
    expect(sent.length).toBeLessThan(500);
    expect(sent.map(([, text]) => text).join('')).toBe(Array.from({ length: 50_000 }, (_, i) => `${i}\n`).join(''));
  });

  it('goes out after a while, however little', () => {
    const { output, sent, pass } = setup(1_000_000);
    for (let i = 0; i < 201; i++) output.write('stdout', '.');
    const before = sent.length;
    pass(60);
    output.write('stdout', '!');
    expect(sent.slice(before)).toEqual([['stdout', '.!']]);
  });

  it('is cut at the limit, which is told once', () => {
    const { output, sent, overflows } = setup(10);
    for (let i = 0; i < 5; i++) output.write('stdout', 'abcd');
    expect(sent.map(([, text]) => text).join('')).toBe('abcdabcdab');
    expect(overflows()).toBe(1);
  });
});
