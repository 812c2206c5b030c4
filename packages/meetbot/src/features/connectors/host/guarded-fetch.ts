import { maxAnswerBytes } from "@meetbot/connectors";
import { ResponseTooLargeError } from "@meetbot/network/exchange/limit-responses.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";

/** Maximum bytes of a response on the connection: leaves room for the head and for chunked transfer's framing. */
export const maxResponseBytes = maxAnswerBytes * 1.25;

/** Connectors stop after 8 seconds themselves; one that forgets to stops here. */
const maxMs = 10_000;

/** Why a call was not made, or its response rejected. Contains no address and no credential. */
class FetchRefusedError extends Error {
  override name = "FetchRefusedError";
  readonly code: string;

  constructor(message: string, code = "MEETBOT_FETCH_REFUSED") {
    super(message);
    this.code = code;
  }
}

/** As undici's own fetch calls it, so that connectors know it of both. */
const tooLarge = () =>
  new FetchRefusedError("the answer is too large", "UND_ERR_RES_EXCEEDED_MAX_SIZE");

/**
 * Returns a `fetch` for one connected shop: it reaches only that shop's origin, over connections that the guard allows,
 * follows no redirect, and limits the response size. Connectors only read: GET and POST. Rejects as `fetch` does: with
 * the signal's reason, or a `TypeError` whose cause explains it.
 */
export function createGuardedFetch(agent: MerchantAgent, origin: string): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    try {
      return await call(request, agent, origin);
    } catch (error) {
      request.signal.throwIfAborted();
      const cause = error instanceof ResponseTooLargeError ? tooLarge() : error;
      throw new TypeError("fetch failed", { cause });
    }
  };
}

async function call(request: Request, agent: MerchantAgent, origin: string): Promise<Response> {
  const { method } = request;
  const url = new URL(request.url);
  if (url.origin !== origin) throw new FetchRefusedError("another origin than the shop's");
  if (method !== "GET" && method !== "POST") {
    throw new FetchRefusedError("a method that could change something");
  }
  const body = Buffer.from(await request.arrayBuffer());
  const answer = await agent.post(url.href, {
    ...(method === "GET" && { method }),
    headers: Object.fromEntries(request.headers),
    body,
    signals: [request.signal, AbortSignal.timeout(maxMs)],
    limitBytes: ({ headers }) =>
      Number(headers["content-length"] ?? 0) > maxAnswerBytes ? 0 : maxAnswerBytes,
    phases: { lookupMs: null, connectMs: null },
  });
  const { statusCode, headers, fault } = answer;
  if (fault) throw fault.kind === "broken" ? fault.cause : tooLarge();
  if (statusCode >= 300 && statusCode <= 399 && request.redirect !== "manual") {
    throw new FetchRefusedError("the shop leads elsewhere (a redirect)");
  }
  return toResponse(statusCode, headers, answer.body);
}

/** Statuses without a body: `Response` refuses one for them. */
const bodiless = new Set([204, 205, 304]);

function toResponse(
  status: number,
  headers: Record<string, string | string[] | undefined>,
  body: Buffer,
): Response {
  if (status < 200 || status > 599) throw new FetchRefusedError("no HTTP status");
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return new Response(bodiless.has(status) ? null : new Uint8Array(body), {
    status,
    headers: pairs,
  });
}
