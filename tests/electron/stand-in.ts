import { EventEmitter } from 'node:events';

type Listener = (...args: never[]) => unknown;

interface WindowOptions {
  readonly webPreferences: { readonly [name: string]: unknown };
}

export class FakeWindow extends EventEmitter {
  readonly options: WindowOptions;
  readonly log: string[];
  readonly loaded: string[] = [];
  isShown = false;
  constructor(options: WindowOptions, log: string[]) {
    super();
    this.options = options;
    this.log = log;
  }
  loadURL = (url: string): Promise<void> => Promise.resolve(void this.loaded.push(url));
  show = (): void => void (this.isShown = true);
  focus = (): void => void this.log.push('focus');
  restore = (): void => void this.log.push('restore');
  isMinimized = (): boolean => true;
}

/** What the session was told to ask before it allows anything. */
interface Guards {
  request?: (contents: null, permission: string, answer: (granted: boolean) => void) => void;
  check?: () => boolean;
  device?: () => boolean;
  before?: (details: { url: string }, answer: (response: { cancel: boolean }) => void) => void;
}

/**
 * A small `electron` that records effects: which scheme is privileged and when, which window opens with what, what is
 * answered to a navigation. Only what main uses; a name it does not have fails the import.
 */
export function createElectron() {
  const log: string[] = [];
  const handlers = new Map<string, Listener>();
  const schemes = new Map<string, (request: Request) => Promise<Response>>();
  const windows: FakeWindow[] = [];
  let letReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (letReady = resolve));

  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    hasLock: true,
    enableSandbox: () => log.push('sandbox'),
    requestSingleInstanceLock: () => app.hasLock,
    getVersion: () => '1.2.3',
    userData: '',
    getPath: (name: string) => (name === 'userData' ? app.userData : ''),
    quit: () => log.push('quit'),
    whenReady: () => ready,
  });
  /** A learner who picks this path in whatever dialog is shown; null: who cancels. */
  const dialog = {
    picked: null as string | null,
    showOpenDialog: () =>
      Promise.resolve({ canceled: dialog.picked === null, filePaths: dialog.picked === null ? [] : [dialog.picked] }),
  };
  const guards: Guards = {};
  const session = {
    setPermissionRequestHandler: (handler: Guards['request']) => Object.assign(guards, { request: handler }),
    setPermissionCheckHandler: (handler: Guards['check']) => Object.assign(guards, { check: handler }),
    setDevicePermissionHandler: (handler: Guards['device']) => Object.assign(guards, { device: handler }),
    webRequest: { onBeforeRequest: (handler: Guards['before']) => Object.assign(guards, { before: handler }) },
  };
  const electron: { readonly [name: string]: unknown } = {
    app,
    BrowserWindow: class extends FakeWindow {
      constructor(options: WindowOptions) {
        super(options, log);
        windows.push(this);
      }
    },
    clipboard: {},
    dialog,
    ipcMain: { handle: (channel: string, handler: Listener) => handlers.set(channel, handler) },
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: () => log.push('menu') },
    protocol: {
      registerSchemesAsPrivileged: (list: unknown) => log.push(`privileged ${JSON.stringify(list)}`),
      handle: (scheme: string, answer: (request: Request) => Promise<Response>) => schemes.set(scheme, answer),
    },
    session: { defaultSession: session },
  };
  const becomeReady = async (): Promise<void> => {
    log.push('ready');
    letReady();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { electron, app, dialog, guards, log, handlers, schemes, windows, becomeReady };
}
