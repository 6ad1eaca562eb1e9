/**
 * The one Trusted Types policy of the app's own code, named `app` in the security policy. It blesses two things and
 * nothing else: the address of our service worker, and the sandbox frame's page. Course text has DOMPurify's policy.
 */

/** What `window.trustedTypes` is; the DOM library of TypeScript does not know it yet. Absent in older browsers. */
interface PolicyFactory {
  createPolicy(name: string, rules: Rules): Rules;
}
interface Rules {
  createHTML(text: string): string;
  createScriptURL(text: string): string;
}

/** The part of `window` that is used. */
export interface PolicyScope {
  readonly trustedTypes?: PolicyFactory;
  readonly document: { readonly baseURI: string };
}

/** Thrown when something else asks for a blessing: always a bug, or an attack. */
export class NotTrusted extends Error {
  readonly type = 'NotTrusted';
}

export interface AppPolicy {
  /** `path` relative to the page. @throws NotTrusted unless it is one of the app's own scripts. */
  scriptUrl(path: string): string;
  /** Blesses the sandbox frame's page for `srcdoc`. @throws NotTrusted for any other text. */
  srcdoc(html: string): string;
}

/**
 * To be made once per page: the browser refuses a second policy of the same name. `isSandboxPage` compares with the
 * sandbox frame's page, byte for byte; `scripts` are what may be started by address: paths relative to the page.
 */
export function createAppPolicy(
  { trustedTypes, document }: PolicyScope,
  isSandboxPage: (html: string) => boolean,
  scripts: readonly string[],
): AppPolicy {
  const rules: Rules = {
    createHTML(text) {
      if (!isSandboxPage(text)) throw new NotTrusted('not a page of the sandbox');
      return text;
    },
    createScriptURL(text) {
      const known = scripts.map((path) => new URL(path, document.baseURI).href);
      const url = new URL(text, document.baseURI).href;
      if (!known.includes(url)) throw new NotTrusted(`not a script of this app: ${text}`);
      return url;
    },
  };
  const policy = trustedTypes?.createPolicy('app', rules) ?? rules;
  return {
    scriptUrl: (path) => policy.createScriptURL(path),
    srcdoc: (html) => policy.createHTML(html),
  };
}
