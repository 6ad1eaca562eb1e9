import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { preview, type PreviewServer } from 'vite';
import { DIST } from './build.ts';

/** Another name for this machine; to a browser that is told to find it here, it is another machine over plain HTTP. */
export const SCHOOL = 'school.test';

/** The built app behind its real headers, on a loopback port that stays the same over stop and start. */
export interface AppServer {
  /** `http://127.0.0.1:<port>/` */
  readonly url: string;
  readonly port: number;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** `folder`: the build to serve, `dist/` unless told. Serves at once. */
export async function serve(folder: string = DIST): Promise<AppServer> {
  const port = await freePort();
  let running: PreviewServer | null = null;
  const server: AppServer = {
    url: `http://127.0.0.1:${port}/`,
    port,
    start: async () => {
      const place = { port, strictPort: true, host: '127.0.0.1', open: false, allowedHosts: [SCHOOL] };
      running ??= await preview({ logLevel: 'silent', preview: place, build: { outDir: folder } });
    },
    stop: async () => {
      const stopping = running;
      running = null;
      await stopping?.close();
    },
  };
  await server.start();
  return server;
}

/** Below what any system gives away of itself: a server that was stopped finds its port free again. */
const PORTS = { from: 20_000, count: 12_000 };

/** A port nobody listens on just now, out of so many that no other test file hits on the same. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(PORTS.from, PORTS.from + PORTS.count);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
