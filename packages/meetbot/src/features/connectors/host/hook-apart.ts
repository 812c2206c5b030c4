import type { Connector } from "@meetbot/connectors";
import type { GivenConfig } from "@meetbot/model/connector/connection.ts";
import { createPush, type PushOptions, type Webhook } from "@meetbot/sdk";
import { type HookFault, parseHook } from "./parse-hook.ts";

/** Where a separately run connector sends its pushes, and the secret that signs them. */
export type PushTo = Pick<PushOptions, "url" | "botId" | "pushSecret" | "fetch" | "sleep">;

interface HookApartDeps {
  connector: Connector;
  config: GivenConfig;
  push: PushTo;
  /** Receives the reason why a call was refused or not passed on. */
  onError(problem: string): void;
}

/** Enough for one order with everything that a platform stores about it. */
const maxBytes = 1024 * 1024;

/** Shopify waits 5 seconds, and sends a call again if it was not accepted. */
const maxMs = 4_000;

/**
 * Passes on calls of a platform's own webhook as signed pushes. Throws a `SigningSecretError` or a `WebhookUrlError` if
 * the push settings are invalid.
 */
export function createHookApart({ connector, config, push, onError }: HookApartDeps): Webhook {
  const client = createPush(push);
  const refuse = (status: number, fault: HookFault | "too_large" | "not_passed_on") => {
    onError(`webhook: ${fault}`);
    return Response.json({ error: { code: fault } }, { status });
  };
  return async (request) => {
    if (request.method !== "POST") return new Response(null, { status: 405 });
    const body = await readBody(request.body);
    if (body === null) return refuse(413, "too_large");
    const heard = parseHook(connector, config, { headers: request.headers, body });
    if ("fault" in heard) return refuse(heard.fault === "unreadable" ? 400 : 401, heard.fault);
    const signal = AbortSignal.timeout(maxMs);
    const results = await client.send(heard.pushes, { signal });
    const isLost = results.some((result) => !result.ok && result.retry);
    return isLost ? refuse(503, "not_passed_on") : Response.json({ ok: true });
  };
}

/** Reads a request body; returns `null` without reading on when it is too large. */
async function readBody(body: Request["body"]): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
