import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunResult } from '../../../src/core/run-result.ts';
import { inBrowser } from '../browser.ts';
import { openRunnerPage, python, stdoutOf, type RunnerPage } from './page.ts';

interface Asked {
  readonly result: RunResult;
  readonly prompts: readonly string[];
}

inBrowser('Python that talks with the learner', () => {
  let runner: RunnerPage;
  /** Runs with these lines typed one after the other; null: the end of input. */
  const talk = (code: string, lines: readonly (string | null)[], stdin = ''): Promise<Asked> =>
    runner.page.evaluate(
      async ([job, typed]) => {
        const prompts: string[] = [];
        const onInput = (prompt: string): Promise<string | null> => {
          prompts.push(prompt);
          return Promise.resolve(typed[prompts.length - 1] ?? null);
        };
        return { result: await window.runner.run(job, { onInput }), prompts };
      },
      [python(code, { stdin }), lines] as const,
    );
  beforeAll(async () => {
    runner = await openRunnerPage();
  });
  afterAll(() => runner.close());

  it('asks wherever `input` is called', async () => {
    const code = `name = input("Name? ")
def ask(): return input("Age? ")
class Asker:
    word = input("Word? ")
    def ask(self): return input()
print(name, ask(), Asker.word, Asker().ask(), [input(f"{i}? ") for i in range(2)])`;
    const { result, prompts } = await talk(code, ['Ann', 'cat', '7', 'x', 'a', 'b']);
    expect(prompts).toEqual(['Name? ', 'Word? ', 'Age? ', '', '0? ', '1? ']);
    expect(result.outcome).toBe('finished');
    expect(stdoutOf(result)).toContain("Ann 7 cat x ['a', 'b']\n");
    const typed = result.output.flatMap((chunk) => (chunk.stream === 'stdin' ? [chunk.text] : []));
    expect(typed.join('')).toBe('Ann\ncat\n7\nx\na\nb\n');
  });

  it('reads what is there first, and takes the end of input as one', async () => {
    const { result, prompts } = await talk('import sys\nprint(input("A: "))\nfor line in sys.stdin:\n    print("got", line.strip())\ninput()', ['one', null], 'first\n');
    expect(prompts).toEqual(['', '']);
    expect(stdoutOf(result)).toContain('got one\n');
    expect(result.error).toMatchObject({ type: 'EOFError', line: 5 });
  });

  it('can wait in an interpreter that began with the memory of another, which knows unittest', async () => {
    const code = 'import sys\nprint("unittest" in sys.modules)\nif "unittest" in sys.modules:\n    print(input("? "))\n    import unittest.mock, turtle, pytest';
    let out = '';
    for (let tries = 0; tries < 20 && !out.startsWith('True'); tries += 1) {
      // It is made when nothing else is going on, which asking too often would put off.
      await runner.page.waitForTimeout(Math.min(10_000, 2_000 * 2 ** tries));
      const { result } = await talk(code, ['typed']);
      expect(result.error).toBeNull();
      out = stdoutOf(result);
    }
    expect(out).toBe('True\n? typed\n');
  }, 240_000);

  it('has no line for one who listens in', async () => {
    const code = `import js
from pyodide.ffi import create_proxy
heard = []
js.addEventListener("message", create_proxy(lambda event: heard.append(1)))
print(input("? "), heard)`;
    expect(stdoutOf((await talk(code, ['typed'])).result)).toBe('? typed []\n');
  });

  it('shows its drawing before it asks, and again when it changed', async () => {
    const { result } = await talk('import turtle\nturtle.fd(10)\ninput()\nturtle.fd(20)', ['']);
    expect(result.pictures).toHaveLength(1);
    expect(result.pictures[0]?.mimeType).toBe('image/svg+xml');
    expect(result.pictures[0]?.data).toContain('30,0');
  });
});
