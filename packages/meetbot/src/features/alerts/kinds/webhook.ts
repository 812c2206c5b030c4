import { createHmac } from "node:crypto";
import type { Alert } from "../form/alert.ts";
import { overHttp } from "../form/over-http.ts";
import { maxUrlLength } from "../form/read-url.ts";
import { secretBytes } from "../form/secret-bytes.ts";
import { showUrl } from "../form/show-url.ts";

/**
 * Any server that follows Standard Webhooks: any 2xx accepts the alert, 410 ends delivery.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const webhook = overHttp({
  kind: "webhook",
  perMinute: 600,
  read({ url: given = "", secret }) {
    const text = given.trim();
    if (text.length > maxUrlLength || !URL.canParse(text)) return { fault: "invalid_url" };
    const url = new URL(text);
    if (!["https:", "http:"].includes(url.protocol)) return { fault: "invalid_url" };
    if (secret === undefined) return { fault: "invalid_secret" };
    return { secrets: { url: url.href, secret }, shown: showUrl(url) };
  },
  compose(alert, { url = "", secret = "" }, nowMs) {
    const body = Buffer.from(JSON.stringify(toPayload(alert)));
    const timestamp = String(Math.floor(nowMs / 1_000));
    const signature = createHmac("sha256", secretBytes(secret))
      .update(`${alert.id}.${timestamp}.`)
      .update(body)
      .digest("base64");
    return {
      url,
      headers: {
        "webhook-id": alert.id,
        "webhook-timestamp": timestamp,
        "webhook-signature": `v1,${signature}`,
      },
      body,
    };
  },
});

function toPayload({ type, at, bot, conversationId, facts, text, link, isTest }: Alert) {
  return {
    type,
    timestamp: at.toISOString(),
    data: {
      bot_id: bot.id,
      ...(conversationId !== null && { conversation_id: conversationId }),
      ...facts,
      ...(text !== null && { text }),
      ...(link && { url: link.url }),
      ...(isTest && { test: true }),
    },
  };
}
