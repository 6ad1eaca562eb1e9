import type { PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** Pyodide's wasm is 9.6 MB; anything above this would be left out of the cache without a word. */
const LARGEST_FILE_BYTES = 20 * 1024 * 1024;

/** For hosts and for the desktop shell, not for the page. */
const HOST_FILES = ['headers.json', 'vercel.json', 'staticwebapp.config.json'];

/**
 * The offline cache and the web manifest. The service worker is ours (src/platform/shell), and so is its registration
 * (src/platform/browser/updates.ts), because its address is a Trusted Types sink.
 */
export function pwaPlugin(): PluginOption {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/platform/shell',
    filename: 'sw.ts',
    injectRegister: false,
    // Among the files below anyway.
    includeManifestIcons: false,
    manifest: {
      id: './',
      name: 'Hornbook',
      short_name: 'Hornbook',
      description: 'Take courses with no network at all.',
      lang: 'en',
      start_url: './',
      scope: './',
      display: 'standalone',
      theme_color: '#fbf8f2',
      background_color: '#fbf8f2',
      categories: ['education'],
      // Of the installed app: a pack opened from the system's file manager comes to the screen that adds courses.
      file_handlers: [{ action: './#/add', accept: { 'application/vnd.hornbook.pack': ['.hornpack'] } }],
      icons: [
        { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    injectManifest: {
      globPatterns: ['**/*.{html,js,mjs,css,woff2,svg,png,jpg,jpeg,gif,webp,json,wasm,zip,data,txt}'],
      // What authors' editors read, and no learner.
      globIgnores: [...HOST_FILES, 'schema/**'],
      maximumFileSizeToCacheInBytes: LARGEST_FILE_BYTES,
      // One file, and no module: `importScripts` is a Trusted Types sink, and Firefox's workers of this kind are classic.
      rollupFormat: 'iife',
    },
  });
}
