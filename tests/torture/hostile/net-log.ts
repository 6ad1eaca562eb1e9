import { existsSync, readFileSync } from 'node:fs';
import type { NetEvent } from './arena.ts';

interface NetLog {
  readonly constants: {
    readonly logEventTypes: Readonly<Record<string, number>>;
    /** Added to an event's time it gives epoch ms. */
    readonly timeTickOffset: number | string;
  };
  readonly events: readonly { readonly type: number; readonly time: string; readonly params?: Readonly<Record<string, unknown>> }[];
}

/** What tells of something that leaves: a request, a name asked for, a connection, a datagram. */
const TELLING = ['URL_REQUEST_START_JOB', 'HOST_RESOLVER_MANAGER_JOB', 'TCP_CONNECT_ATTEMPT', 'UDP_CONNECT', 'UDP_BYTES_SENT'];

/** The browser's own: no page began it; and a socket that only asks the system whether there is a way to the world. */
const OWN = /"initiator":"not an origin"|2001:4860:4860::8888/;

/**
 * Chromium's own log of its network: it knows of names looked up and datagrams too, which no page event shows. What
 * speaks of `known` hosts is left out; for connections to them the trap has its own eyes.
 */
export function readNetLog(path: string, known: readonly string[]): NetEvent[] {
  if (!existsSync(path)) return [];
  const log = parseCut(readFileSync(path, 'utf8'));
  const names = new Map(TELLING.map((name) => [log.constants.logEventTypes[name], name]));
  const offset = Number(log.constants.timeTickOffset);
  return log.events.flatMap(({ type, time, params }) => {
    const name = names.get(type);
    if (name === undefined || params === undefined) return [];
    const about = JSON.stringify(params);
    const isKnown = /"(blob|data|chrome|devtools):/.test(about) || known.some((host) => about.includes(host));
    const isAddressed = /"(url|host|address|remote_address)":/.test(about);
    return isKnown || !isAddressed || OWN.test(about) ? [] : [{ at: Number(time) + offset, what: `${name} ${about.slice(0, 200)}` }];
  });
}

/** A browser that was killed leaves its log without an end. */
function parseCut(text: string): NetLog {
  try {
    return JSON.parse(text) as NetLog;
  } catch {
    const end = text.lastIndexOf('},\n');
    return JSON.parse(`${text.slice(0, end)}}]}`) as NetLog;
  }
}
