import { respondParsedBody } from "./parsed-body.ts";
import { respondError } from "./respond.ts";

/** A query takes less than 1 KiB. */
const maxBodyBytes = 64 * 1024;

/** Reads the raw bytes of a request, up to the size limit; otherwise returns the error response. */
export async function readBody(request: Request): Promise<Uint8Array | Response> {
  if (request.bodyUsed) return respondParsedBody();
  if (Number(request.headers.get("content-length")) > maxBodyBytes) return respondTooLarge();
  const chunks: Uint8Array[] = [];
  let lengthBytes = 0;
  try {
    for await (const chunk of request.body ?? []) {
      lengthBytes += chunk.byteLength;
      if (lengthBytes > maxBodyBytes) return respondTooLarge();
      chunks.push(chunk);
    }
  } catch {
    return respondError(400, "the body did not arrive whole");
  }
  return Buffer.concat(chunks, lengthBytes);
}

function respondTooLarge(): Response {
  return respondError(413, `the body has more than ${maxBodyBytes} bytes`);
}
