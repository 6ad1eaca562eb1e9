/** Made by src/build/messages-plugin.ts out of one catalogue, `en/common.json` and so on. */
declare module 'virtual:messages/*' {
  import type { Messages } from '@lingui/core';
  const messages: Messages;
  export default messages;
}
