import type { HtmlTagDescriptor, Plugin } from 'vite';
import { hostFiles } from './host-files.ts';
import { metaPolicy, securityHeaders, type PolicyInput } from './policy.ts';

/** Dev only, and no secret: on a loopback server it merely marks what Vite itself injects. */
const DEV_NONCE = 'hornbook-dev';

/** Puts the one policy everywhere it is needed: servers' headers, the page's meta, and the files for static hosts. */
export function policyPlugin(input: Pick<PolicyInput, 'inlineScripts'>): Plugin {
  const dev: PolicyInput = { ...input, nonce: DEV_NONCE };
  let isBuild = true;
  return {
    name: 'hornbook:policy',
    config: (_, { command, isPreview }) => {
      isBuild = command === 'build';
      return {
        server: { headers: securityHeaders(dev) },
        preview: { headers: securityHeaders(input) },
        ...(isBuild || isPreview === true ? {} : { html: { cspNonce: DEV_NONCE } }),
      };
    },
    transformIndexHtml: () => (isBuild ? [meta('Content-Security-Policy', metaPolicy(input))] : []),
    generateBundle() {
      for (const [fileName, source] of Object.entries(hostFiles(securityHeaders(input)))) {
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}

/** First in the head, so that it governs all that follows. */
function meta(httpEquiv: string, content: string): HtmlTagDescriptor {
  return { tag: 'meta', attrs: { 'http-equiv': httpEquiv, content }, injectTo: 'head-prepend' };
}
