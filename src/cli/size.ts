import { FIRST_LOAD_BYTES, weighFirstLoad } from '../build/size.ts';

/** `npm run size`: what the first load of the home screen weighs; fails above the limit. Needs a build. */
const weights = weighFirstLoad('dist');
const total = weights.reduce((sum, { brotli }) => sum + brotli, 0);
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
for (const { file, brotli } of weights) console.log(`${kB(brotli)}  ${file}`);
console.log(`${kB(total)}  in all, brotli (at most ${kB(FIRST_LOAD_BYTES).trim()})`);
if (total > FIRST_LOAD_BYTES) process.exitCode = 1;
