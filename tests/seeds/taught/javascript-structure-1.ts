import type { Taught } from './taught.ts';

export const STRUCTURE_1: Taught = {
  '170-modules': ['import', 'export', 'export default'],
};
