import { useEffect, useEffectEvent } from 'react';

/** Of the browser where the app is installed as one; see `file_handlers` in src/build/pwa-plugin.ts. TypeScript does not know it. */
interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void): void;
}

/** Files the system was asked to open with the app. They wait with the browser until this is up. */
export function useLaunchedFiles(onFiles: (files: readonly File[]) => void): void {
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
    let isUp = true;
    launchQueue?.setConsumer(({ files = [] }) => {
      void Promise.all(files.map((handle) => handle.getFile())).then((opened) => {
        if (isUp && opened.length > 0) take(opened);
      });
    });
    return () => {
      isUp = false;
    };
  }, []);
}
