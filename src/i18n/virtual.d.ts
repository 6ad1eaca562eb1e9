/** Made by src/build/messages-plugin.ts out of `en/*.json`. */
declare module 'virtual:messages/en' {
  import type { Messages } from '@lingui/core';
  const messages: Messages;
  export default messages;
}
