/** The part of a service worker's global scope that is used: TypeScript's DOM library has none of it. */
export interface WorkerScope {
  readonly caches: CacheStorage;
  readonly clients: Clients;
  readonly location: { readonly href: string; readonly origin: string };
  /** Absent in older browsers. */
  readonly navigator: { readonly locks?: Pick<LockManager, 'request'> };
  readonly registration: { readonly installing: unknown; readonly waiting: unknown };
  fetch(request: Request): Promise<Response>;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void;
  addEventListener(type: 'fetch', listener: (event: PageRequest) => void): void;
}
export interface Clients {
  claim(): Promise<void>;
  matchAll(options: { readonly type: 'window'; readonly includeUncontrolled: boolean }): Promise<readonly PageClient[]>;
}
export interface PageClient {
  readonly id: string;
  readonly url: string;
  navigate(url: string): Promise<unknown>;
  postMessage(message: unknown): void;
}
export interface WorkerEvent {
  waitUntil(work: Promise<unknown>): void;
}
export interface PageMessage extends WorkerEvent {
  readonly data: unknown;
  readonly source: PageClient | null;
}
export interface PageRequest extends WorkerEvent {
  readonly request: Request & { readonly isReloadNavigation?: boolean };
  /** Of the page that a navigation will make. */
  readonly resultingClientId?: string;
  respondWith(response: Promise<Response>): void;
}
