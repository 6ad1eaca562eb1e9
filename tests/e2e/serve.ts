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

/** A port nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
