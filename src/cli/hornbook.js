#!/usr/bin/env node
// Plain JavaScript, so that Node starts it as it is; everything below is TypeScript, which tsx reads.
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) });
await import('./hornbook.ts');
