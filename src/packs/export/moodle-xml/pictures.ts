import { tag } from './xml.ts';

const FIELD = / format="markdown"><text>([^<]*)<\/text>/g;
const PICTURE = /(!\[[^\]\n]{0,500}\]\()([^)\s]{1,500})(?=\))/g;

/** XML of ours with the pictures that its Markdown names, each in the field that names it, as Moodle keeps them. */
export const withPictures = (xml: string, bytesOf: (path: string) => Uint8Array | undefined): string =>
  xml.replace(FIELD, (field: string, text: string) => {
    const files = new Map<string, string>();
    const written = text.replace(PICTURE, (picture: string, start: string, path: string) => {
      const bytes = bytesOf(path);
      if (bytes === undefined) return picture;
      files.set(path, tag('file', toBase64(bytes), { name: path, path: '/', encoding: 'base64' }));
      return `${start}@@PLUGINFILE@@/${path}`;
    });
    return files.size === 0 ? field : ` format="markdown"><text>${written}</text>${[...files.values()].join('')}`;
  });

/** Bytes at a time: a call takes no more arguments than that for sure. */
const PIECE = 8_192;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(binary);
}
