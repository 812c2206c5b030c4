import type { Post } from "@meetbot/network/exchange/exchange.ts";
import { asWritten } from "@meetbot/network/exchange/http-call.ts";

/** A request as sent: its header lines and the bytes of its body. */
export interface RawRequest {
  line: string;
  headers: readonly (readonly [name: string, value: string])[];
  body: Buffer;
}

/** Writes a request as the agent sends it, the headers that HTTP itself adds among them. */
export function rawRequest({ method, url, headers, body }: Post): RawRequest {
  const { pathname, search, host } = new URL(url);
  const hasBody = method === undefined;
  return {
    line: `${method ?? "POST"} ${pathname}${search} HTTP/1.1`,
    headers: [
      ["host", host],
      ["connection", "keep-alive"],
      ...Object.entries(asWritten(headers)),
      ...(hasBody ? [["content-length", String(body.length)] as const] : []),
    ],
    body: hasBody ? body : Buffer.alloc(0),
  };
}
