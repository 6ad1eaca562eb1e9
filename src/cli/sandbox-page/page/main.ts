import { createMemoryFiles } from '../../../core/kept-files.ts';
import { createRunner } from '../../../runner/client.ts';
import type { Runner } from '../../../runner/runner.ts';
import { browserSandbox } from '../../../runner/sandbox/browser-sandbox.ts';
import { keptByServer } from './kept-by-server.ts';

declare global {
  interface Window {
    runner: Runner;
  }
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string };
}

/** The app's own Trusted Types policy, by its name; what it marks is the sandbox's frame alone. */
const policy = (window as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('app', { createHTML: (html) => html });

const trustedHtml = (html: string): string => policy?.createHTML(html) ?? html;
/** A page asks for nothing behind anyone's back: only where it was opened so. */
const keptFiles = location.search === '?kept' ? keptByServer : createMemoryFiles();
window.runner = createRunner({ openSandbox: browserSandbox({ doc: document, trustedHtml }), keptFiles });
