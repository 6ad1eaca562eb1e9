import { expect, it } from 'vitest';
import { demoCommand } from '../../../src/cli/demo-command.ts';

it('shows the data layer at work, end to end', async () => {
  const lines: string[] = [];
  expect(await demoCommand((line) => lines.push(line))).toBe(0);
  const text = lines.join('\n');
  expect(text).toMatch(/a second one with her e-mail +refused, UniqueViolation\n +users\.email is taken/);
  expect(text).toMatch(/her current lesson in Python +"Names for values", 0 %/);
  expect(text).toMatch(/names\.rebind: eleven +not yet; 0 %/);
  expect(text).toMatch(/names\.rebind: five +right; 25 %/);
  expect(text).toMatch(/both tries .* FAILED, then PASSED/);
  expect(text).toMatch(/exercises done +2 of 4, 1 of them after a wrong try/);
  expect(text).toMatch(/behind the last lesson comes +null, with 100 %/);
  expect(text).toMatch(/courses after removing Python +JavaScript basics\n/);
  expect(text).toMatch(/courses after restoring it +Python introduction, JavaScript basics/);
  expect(text).toMatch(/after erasing her +0 learner, 0 attempts, 0 snapshot, 0 facts, 0 messages/);
  expect(text).toMatch(/after undoing that +1 learner, 3 attempts, 1 snapshot, 2 facts, 2 messages/);
});

it('says plainly that it runs no code', async () => {
  const lines: string[] = [];
  await demoCommand((line) => lines.push(line));
  expect(lines.join(' ')).toContain('The code exercises are not answered here.');
});
