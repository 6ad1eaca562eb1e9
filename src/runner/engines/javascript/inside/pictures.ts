import { NativeTypeError, apply, at, createList, exec, isMadeBy, push, quote, settled, slice, toText } from './primordials.ts';

const MAX_PICTURES = 20;
const MAX_CHARS = 1_000_000;
const DONE = { text: '' };

/**
 * `display(picture, name)`: SVG as text or as `{ svg }`, or an OffscreenCanvas. A picture with the name of an earlier
 * one takes its place. `hold` keeps the program from ending while a canvas is being read.
 */
export function createDisplay(
  scope: typeof globalThis,
  send: (text: string) => void,
  hold: () => () => void,
): (picture: unknown, name?: unknown) => void {
  const { RangeError: NativeRangeError, Blob, btoa, String: { fromCharCode }, Uint8Array: Bytes } = scope;
  // Not every browser has it in a worker.
  const Canvas = (scope as { OffscreenCanvas?: typeof OffscreenCanvas }).OffscreenCanvas;
  const convert = Canvas?.prototype.convertToBlob;
  const { arrayBuffer } = Blob.prototype;
  const names: Record<string, boolean> = { __proto__: null } as never;
  let count = 0;

  const nameOf = (name: unknown): string => {
    const text = name === undefined ? `picture ${toText(count + 1)}` : slice(toText(name), 0, 200);
    if (names[text] !== true) {
      if (count === MAX_PICTURES) throw new NativeRangeError(`No more than ${MAX_PICTURES} pictures`);
      names[text] = true;
      count += 1;
    }
    return text;
  };
  const messageOf = (name: string, mimeType: string, data: string): string => {
    if (data.length > MAX_CHARS) throw new NativeRangeError('The picture is larger than a million characters');
    return `{"name":${quote(name)},"mimeType":"${mimeType}","data":${quote(data)}}`;
  };
  // A canvas is read later; what is shown after it waits for it.
  const queue = createList<{ text: string | null }>();
  let sent = 0;
  const sendReady = (): void => {
    for (; sent < queue.length; sent++) {
      const { text } = at(queue, sent);
      if (text === null) return;
      if (text !== '') send(text);
      queue[sent] = DONE;
    }
  };
  const base64 = (bytes: Uint8Array): string => {
    let text = '';
    for (let i = 0; i < bytes.length; i++) text += fromCharCode(bytes[i] ?? 0);
    return btoa(text);
  };
  const sendCanvas = async (canvas: object, name: string): Promise<void> => {
    const release = hold();
    const place: { text: string | null } = { text: null };
    push(queue, place);
    try {
      const blob = await settled(apply(convert as () => unknown, canvas, []));
      const bytes = new Bytes((await settled(apply(arrayBuffer, blob as Blob, []))) as ArrayBuffer);
      place.text = messageOf(name, 'image/png', base64(bytes));
    } finally {
      place.text ??= '';
      sendReady();
      release();
    }
  };
  return function display(picture, name) {
    const isObject = typeof picture === 'object' && picture !== null;
    if (isObject && Canvas !== undefined && isMadeBy(picture, Canvas.prototype)) {
      void sendCanvas(picture, nameOf(name));
      return;
    }
    const svg: unknown = isObject ? (picture as { svg?: unknown }).svg : picture;
    if (typeof svg !== 'string' || exec(/^\s*(?:<\?xml[^]*?\?>\s*)?(?:<!--[^]*?-->\s*)*<svg[\s>]/, svg) === null) {
      throw new NativeTypeError('display() takes SVG as text, { svg } or an OffscreenCanvas');
    }
    push(queue, { text: messageOf(nameOf(name), 'image/svg+xml', svg) });
    sendReady();
  };
}

