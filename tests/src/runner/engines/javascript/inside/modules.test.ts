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
    expect(instantiate(files, 'main.js')).toEqual([['a', ['b'], ['c', ['b']]], ['data']]);
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
    expect(instantiate(files, 'main.js')).toEqual({ b: { a: 'object' } });
    instantiate(files, 'main.js');
    expect(loads).toBe(2);
  });

  it('says what it cannot find', () => {
    for (const name of ['./no', 'fs', '../../x', 'constructor', '__proto__']) {
      expect(() => instantiate({ 'main.js': (_, require) => require(name) }, 'main.js')).toThrow(`Cannot find module '${name}'`);
    }
  });
});
