import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { parseQuery, serializeAnswer, verifyRequest } from "@meetbot/protocol";
import { createWebhook, refuse, toNodeHandler, type Webhook } from "@meetbot/sdk";

/** How a merchant checks who asks: with our SDK, by the origin's header alone, by the other alone. */
export const merchantKinds = ["sdk", "x-hub-signature", "webhook-signature"] as const;
export type MerchantKind = (typeof merchantKinds)[number];

/** A shop that knows one secret and refuses all others. */
export interface RotatingMerchant {
  kind: MerchantKind;
  refusal: 401 | 403;
  url: string;
  /** The one secret; put another in its place at any moment. */
  secret: string;
  close(): Promise<void>;
}

export async function startRotatingMerchant(
  kind: MerchantKind,
  refusal: 401 | 403,
  firstSecret: string,
): Promise<RotatingMerchant> {
  const merchant = { secret: firstSecret };
  const server = createServer(
    kind === "sdk" ? answerWithSdk(merchant, refusal) : answerByHand(kind, merchant, refusal),
  );
  await once(server.listen(0, "127.0.0.1"), "listening");
  return Object.assign(merchant, {
    kind,
    refusal,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

type Secret = Pick<RotatingMerchant, "secret">;

/** A new webhook for each secret, as a deployment with another environment is one. */
function answerWithSdk(merchant: Secret, refusal: number): RequestListener {
  const deployed = new Map<string, Webhook>();
  const deploy = (signingSecret: string) => {
    const lookUp = () => refuse.orderNotFound();
    const webhook = createWebhook({ signingSecret, orders: lookUp, packages: lookUp });
    deployed.set(signingSecret, webhook);
    return webhook;
  };
  return toNodeHandler(async (request) => {
    const webhook = deployed.get(merchant.secret) ?? deploy(merchant.secret);
    const response = await webhook(request);
    return response.status === 401 ? new Response(null, { status: refusal }) : response;
  });
}

function answerByHand(
  kind: "x-hub-signature" | "webhook-signature",
  merchant: Secret,
  refusal: number,
): RequestListener {
  return async (request, response) => {
    const body = await buffer(request);
    const headers = only(kind, request.headers);
    const allowLegacy = kind === "x-hub-signature";
    const { valid } = verifyRequest({ body, headers, secrets: merchant.secret, allowLegacy });
    response.writeHead(valid ? 200 : refusal).end(valid ? answerTo(body) : "{}");
  };
}

/** Echoes a test, and knows no order. */
function answerTo(body: Buffer): string {
  const query = parseQuery(body.toString());
  return serializeAnswer(
    query.method === "test"
      ? { kind: "test", testToken: query.testToken }
      : { kind: "refusal", reason: "order_not_found", code: null, message: "Order not found" },
  );
}

function only(kind: MerchantKind, headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { "x-hub-signature": hub, ...others } = headers;
  return kind === "x-hub-signature" ? { "x-hub-signature": hub } : others;
}
