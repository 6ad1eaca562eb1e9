import type { OnFraction } from './engine.ts';

/**
 * An engine's files, by their paths beneath the page, as Blobs: an ArrayBuffer of that size stalls the page when it is
 * sent on. Rejects when one cannot be had.
 */
export async function fetchFiles(paths: readonly string[], onFraction: OnFraction): Promise<Blob[]> {
  const responses = await Promise.all(paths.map(fetchFile));
  const sizes = responses.map(({ headers }) => (headers.has('Content-Encoding') ? NaN : Number(headers.get('Content-Length') ?? NaN)));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let loaded = 0;
  onFraction(total > 0 ? 0 : null);
  const count = (bytes: number): void => {
    loaded += bytes;
    if (total > 0) onFraction(Math.min(1, loaded / total));
  };
  return Promise.all(responses.map((response) => readCounted(response, count)));
}

async function fetchFile(path: string): Promise<Response> {
  const response = await fetch(new URL(path, document.baseURI));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** The bytes pass through the page in small pieces only. */
async function readCounted(response: Response, count: (bytes: number) => void): Promise<Blob> {
  if (response.body === null) return response.blob();
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      count(piece.length);
      controller.enqueue(piece);
    },
  });
  return new Response(response.body.pipeThrough(counter)).blob();
}
