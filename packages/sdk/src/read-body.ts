/** A question takes less than 1 KiB. */
export const maxBodyBytes = 64 * 1024;

/** Why there are no bytes to verify. */
export type BodyFault = "too_large" | "interrupted";

/** Reads the raw bytes of a request, and no further than they may reach. */
export async function readBody(request: Request): Promise<Uint8Array | BodyFault> {
  if (Number(request.headers.get("content-length")) > maxBodyBytes) return "too_large";
  const chunks: Uint8Array[] = [];
  let lengthBytes = 0;
  try {
    for await (const chunk of request.body ?? []) {
      lengthBytes += chunk.byteLength;
      if (lengthBytes > maxBodyBytes) return "too_large";
      chunks.push(chunk);
    }
  } catch {
    return "interrupted";
  }
  return Buffer.concat(chunks, lengthBytes);
}
