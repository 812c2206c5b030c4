import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { toNodeHandler } from "@meetbot/sdk";
import { checkIdentityKey, vouchFor } from "./chat/vouch.ts";
import type { Shop } from "./database/shop.ts";
import { meetsOutage, type Outage, switchOutage } from "./outage.ts";
import { createStorefront } from "./storefront/storefront.ts";
import { createShopWebhook } from "./webhook.ts";

/** The path of the only URL that Meetbot is configured with. */
export const webhookPath = "/meetbot/webhook";

/** A shopper's email gives the identity that their account page carries, for scripts. */
const identityPath = /^\/demo\/identity\/([\w.+@-]+)$/;

/** All the shop answers to. */
export function createRoutes(shop: Shop, signingSecret: string): RequestListener {
  const { identity } = shop;
  const answerMeetbot = toNodeHandler(createShopWebhook(shop, signingSecret));
  if (identity) checkIdentityKey(identity);
  const openStorefront = createStorefront(shop);
  const outage: Outage = { mode: "up", only: null };

  const failOrAnswer = async (request: IncomingMessage, response: ServerResponse) => {
    const rawBody = await buffer(request);
    if (!meetsOutage(outage, rawBody)) answerMeetbot(Object.assign(request, { rawBody }), response);
    else if (outage.mode === "down") response.writeHead(503).end();
  };

  return (request, response) => {
    const path = request.url?.split("?")[0] ?? "/";
    if (path === webhookPath) {
      if (outage.mode === "up") answerMeetbot(request, response);
      else failOrAnswer(request, response).catch(() => response.destroy());
    } else if (path === "/demo/outage" && request.method === "POST") {
      switchOutage(outage, request, response);
    } else if (identity && identityPath.test(path)) {
      const token = vouchFor(shop, identity, identityPath.exec(path)?.[1] ?? "");
      response.writeHead(token ? 200 : 404, { "cache-control": "no-store" });
      response.end(token ?? "Nobody here has this email.");
    } else {
      openStorefront(request, response);
    }
  };
}
