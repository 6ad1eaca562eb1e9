import { join } from 'node:path';
import { app, clipboard, dialog, ipcMain, Menu, protocol, session, type BrowserWindow } from 'electron';
import { createAppProtocol } from './app-protocol.ts';
import { createCopies } from './copies.ts';
import { guardContents, guardSession } from './guard.ts';
import { handleBridge } from './ipc.ts';
import { createJournalFile } from './journal-file.ts';
import { menuTemplate } from './menu.ts';
import { APP_SCHEME } from './security.ts';
import { createVerbs } from './verbs.ts';
import { openWindow } from './window.ts';

/** The desktop shell's entry: this file alone constructs things. */
const here = import.meta.dirname;
const { isPackaged } = app;

// Before `ready`, or the scheme has no origin: then neither IndexedDB nor 'self' in the policy would work.
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
app.enableSandbox();
guardContents(app);

// Two processes on one profile would fight over the database.
if (app.requestSingleInstanceLock()) {
  let window: BrowserWindow | null = null;
  const open = (): BrowserWindow => {
    const opened = openWindow({ preload: join(here, 'preload.cjs'), version: app.getVersion(), isPackaged });
    opened.on('closed', () => (window = null));
    return opened;
  };
  const theWindow = (): BrowserWindow => (window ??= open());

  app.on('second-instance', () => {
    const shown = theWindow();
    if (shown.isMinimized()) shown.restore();
    shown.focus();
  });
  app.on('activate', () => void theWindow());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  void app.whenReady().then(() => {
    guardSession(session.defaultSession);
    protocol.handle(APP_SCHEME, createAppProtocol(join(here, '..', 'dist')));
    const journal = createJournalFile(app.getPath('userData'));
    const copies = createCopies(app.getPath('userData'));
    handleBridge(ipcMain, createVerbs({ dialog, clipboard, window: theWindow, journal, copies }));
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, { isPackaged })));
    theWindow();
  });
} else {
  app.quit();
}
