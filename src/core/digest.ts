/** Every engine that runs us has these two; nothing else of the world outside is known here. */
declare const crypto: { readonly subtle: { digest(algorithm: 'SHA-256', bytes: Bytes): Promise<ArrayBuffer> } };
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

type Bytes = ArrayBuffer | Uint8Array<ArrayBuffer>;

/** SHA-256: 32 bytes. Not inside a transaction, which ends while anything else is waited for. */
export const sha256 = (bytes: Bytes): Promise<ArrayBuffer> => crypto.subtle.digest('SHA-256', bytes);

/** SHA-256 of the text in UTF-8, as 64 hex digits. */
export const sha256OfText = async (text: string): Promise<string> => hexOf(await sha256(new TextEncoder().encode(text).buffer));

/** Two digits a byte, in small letters. */
export const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
