import { describe, expect, it } from 'vitest';
import { instantiate, type ModuleFunctions } from '../../../../../../src/runner/engines/javascript/inside/modules.ts';

const put = (value: unknown, needs: readonly string[] = []): ModuleFunctions[string] => (_, require, module) => {
  module.exports = [value, ...needs.map((name) => require(name))];
};

describe('a program of several files', () => {
  it('finds what it requires, seen from each file', () => {
    const files: ModuleFunctions = {
      'main.js': (_, require) => [require('./lib/a.js'), require('./data')],
      'lib/a.js': put('a', ['../b', './c.js']),
      'b.js': put('b'),
      'lib/c.js': put('c', ['.././b.js']),
      'data.json': put('data'),
    };
    expect(instantiate(files, 'main.js').result).toEqual([['a', ['b'], ['c', ['b']]], ['data']]);
  });

  it('is fresh each time, and loads a file once, in a circle too', () => {
    let loads = 0;
    const files: ModuleFunctions = {
      'main.js': (_, require) => require('./a'),
      'a.js': (exports, require) => {
        loads += 1;
        Object.assign(exports, { b: require('./b') });
      },
      'b.js': (exports, require) => Object.assign(exports, { a: typeof require('./a') }),
    };
    expect(instantiate(files, 'main.js').result).toEqual({ b: { a: 'object' } });
    instantiate(files, 'main.js');
    expect(loads).toBe(2);
  });

  it('says what it cannot find', () => {
    for (const name of ['./no', 'fs', '../../x', 'constructor', '__proto__']) {
      expect(() => instantiate({ 'main.js': (_, require) => require(name) }, 'main.js')).toThrow(`Cannot find module '${name}'`);
    }
  });

  it('finds TypeScript by any of its names, and the index of a folder', () => {
    const files: ModuleFunctions = {
      'main.ts': (_, require) => [require('./a'), require('./a.ts'), require('./a.js'), require('./lib')],
      'a.ts': put('a'),
      'lib/index.ts': put('lib'),
    };
    expect(instantiate(files, 'main.ts').result).toEqual([['a'], ['a'], ['a'], ['lib']]);
  });

  it('gives what is built in, and to guests what only they may have', () => {
    const files: ModuleFunctions = { 'a.js': put('a', ['assert']) };
    const heard: string[] = [];
    const guest = {
      file: 'a.test.js',
      run: (...args: readonly unknown[]) => [args[3], (args[1] as (name: string) => unknown)('@jest/globals'), (args[1] as (name: string) => unknown)('./a')],
      builtins: (name: string) => (name === '@jest/globals' ? 'jest' : undefined),
      given: ['test'],
      onRequired: () => heard.push('required'),
    };
    expect(instantiate(files, guest, (name) => (name === 'assert' ? 'assert' : undefined)).result).toEqual(['test', 'jest', ['a', 'assert']]);
    expect(heard).toEqual(['required']);
  });

  it('tells what a file that awaits throws', async () => {
    const files: ModuleFunctions = {
      'main.js': (_, require) => require('./late.js'),
      'late.js': async () => {
        await Promise.resolve();
        throw new Error('late');
      },
    };
    await expect(instantiate(files, 'main.js').settled()).rejects.toThrow('late');
  });
});
