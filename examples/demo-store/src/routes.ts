import type { RequestListener } from "node:http";
import { toNodeHandler } from "@meetbot/sdk";
import { findPage } from "./find-page.ts";
import { type Outage, switchOutage } from "./outage.ts";
import type { Shop } from "./shop.ts";
import { createShopWebhook } from "./webhook.ts";

/** The path of the one URL that Meetbot is told. */
export const webhookPath = "/meetbot/webhook";

/** All the shop answers to. */
export function createRoutes(shop: Shop, signingSecret: string): RequestListener {
  const answerMeetbot = toNodeHandler(createShopWebhook(shop, signingSecret));
  const outage: Outage = { mode: "up" };

  return (request, response) => {
    const path = request.url?.split("?")[0] ?? "/";
    if (path === webhookPath) {
      if (outage.mode === "up") answerMeetbot(request, response);
      if (outage.mode === "down") response.writeHead(503).end();
    } else if (path === "/demo/outage" && request.method === "POST") {
      switchOutage(outage, request, response);
    } else {
      const page = request.method === "GET" ? findPage(shop, path) : null;
      response.writeHead(page ? 200 : 404, { "content-type": page?.type ?? "text/plain" });
      response.end(page?.body ?? "Not found");
    }
  };
}
