/** A question takes less than 1 KiB. */
const maxBodyBytes = 64 * 1024;

/** Reads the raw bytes of a request; null when they are more than 64 KiB, without reading on. */
export async function readBody(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length")) > maxBodyBytes) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBodyBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
