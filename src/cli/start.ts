import { build, preview } from 'vite';

/** `npm start`: builds the app and serves it to this machine alone, under its real headers. */
await build({ logLevel: 'warn' });
const server = await preview({ logLevel: 'warn', preview: { open: false } });
const address = server.resolvedUrls?.local[0];
if (address === undefined) throw new Error('the server has no loopback address');
console.log(`\n  Hornbook is ready: open ${address}\n\n  Only this machine can reach it. Ctrl+C stops it; once opened, the app works without it.\n`);
