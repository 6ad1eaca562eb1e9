import type { Taught } from './taught.ts';

export const FUNCTIONS_1: Taught = {
  '050-closures': ['function expression', 'nested function', 'var'],
  '060-this-arrows': ['this', 'method shorthand', 'arrow function', 'method:bind'],
};
