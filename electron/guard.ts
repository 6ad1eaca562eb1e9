import type { App, Session } from 'electron';
import { isAllowedRequest, isOwnUrl } from './security.ts';

/** Every page, whoever opened it: stays on our origin, opens no window, embeds no webview. */
export function guardContents(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOwnUrl(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    // The sandbox frame is `about:srcdoc`; nothing in it may go elsewhere.
    contents.on('will-frame-navigate', (event) => {
      if (!isOwnUrl(event.url) && event.url !== 'about:srcdoc') event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** No permission is ever granted, no device ever handed out, no request ever let out. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !isAllowedRequest(details.url) }));
}
