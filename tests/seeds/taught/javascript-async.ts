import type { Taught } from './taught.ts';

export const ASYNC: Taught = {
  '130-event-loop': ['call:setTimeout', 'call:clearTimeout', 'call:queueMicrotask'],
  '140-promises': [
    ...['undefined', 'new', 'throw', 'method:then', 'method:catch', 'method:finally'],
    ...['call:Promise', 'call:Promise.resolve', 'call:Promise.reject', 'call:Promise.all', 'call:Promise.allSettled', 'call:Error'],
  ],
  '150-async-await': ['method:forEach', 'async', 'await', 'try', 'finally', 'catch without a name'],
  '160-retrying-queue': ['call:Math.min'],
};
