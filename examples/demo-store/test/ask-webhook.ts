import { randomUUID } from "node:crypto";
import { signRequest } from "@meetbot/sdk";

/** What a test asks the shop, and as whom. */
export interface Question {
  method: "test" | "orders" | "packages";
  params: Record<string, string>;
  pagination?: { page: number; limit: number };
}

/** Asks a webhook the way Meetbot does: signed, over HTTP. */
export async function askWebhook(
  webhookUrl: string,
  signingSecret: string,
  { method, params, pagination }: Question,
): Promise<{ status: number; answer: unknown }> {
  const id = `${method}_${randomUUID()}`;
  const request = { category: "ecommerce", method, id, page_id: "231231232134111", meta: "" };
  const body = JSON.stringify({ request, params, pagination });
  const timestampS = Math.floor(Date.now() / 1000);
  const response = await fetch(webhookUrl, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      ...signRequest({ body, secret: signingSecret, id, timestampS }),
    },
  });
  return { status: response.status, answer: await response.json().catch(() => null) };
}
