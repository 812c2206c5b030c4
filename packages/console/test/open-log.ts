import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { TestContext } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { startMerchant } from "../../meetbot/src/merchant/scripted-merchant.fixture.ts";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { botId, type prepareConsoles } from "./open-console.ts";

const orders = JSON.stringify({
  success: true,
  object: "orders",
  has_next_page: false,
  orders: [
    {
      order_number: "12345678902",
      recipient_name: "Yilia Meetbot",
      currency: "USD",
      payment_method: "Visa 2345",
      order_url: "https://shop.example/orders/12345678902",
      timestamp: 1428444852,
      status: "Shipped",
      summary: { subtotal: 75, shipping_cost: 4.95, total_tax: 6.19, total_cost: 86.14 },
      elements: [
        { title: "Classic White T-Shirt", quantity: 2, price: 50, currency: "USD" },
        { title: "Blue Jeans", quantity: 1, price: 25, currency: "USD" },
      ],
    },
  ],
});

/** Starts a console beside a shop whose answers the test sets, and customers who talk to the bot. */
export async function startLogConsole(
  t: TestContext,
  startConsole: ReturnType<typeof prepareConsoles>,
) {
  const shop = { status: 200, body: orders };
  const merchant = await startMerchant(t, (_, response: ServerResponse) => {
    response.writeHead(shop.status, { "content-type": "application/json" }).end(shop.body);
  });
  const console = await startConsole(t, { outboundAllow: () => parseAllowList(["127.0.0.1"]) });
  await console.store.bots.change(botId, { endpoint: merchant.endpoint.url });

  const tokens = new Map<string, string>();
  const logOf = (conversationId: string) =>
    console.store.conversationLog.messagesAfter({ botId, conversationId }, 0, 500);
  /** Sends a customer's message in a conversation, whether the bot or an agent answers. */
  async function write(conversationId: string, text: string): Promise<void> {
    const token = tokens.get(conversationId);
    await post(`${console.url}/chat/${botId}/messages`, { id: randomUUID(), text }, token);
  }
  /** Waits until the customer gets this text from a person; returns that person's name. */
  async function hears(conversationId: string, text: string): Promise<string> {
    return eventually(15_000, async () => {
      const said = (await logOf(conversationId)).find(
        (one) => one.from === "person" && one.reply.kind === "text" && one.reply.text === text,
      );
      assert(said?.from === "person", "nobody said it");
      return said.name;
    });
  }

  /** Opens a conversation, says these things one after the other, and waits for each answer. */
  async function converse(...texts: string[]): Promise<string> {
    const open = await post(`${console.url}/chat/${botId}/conversations`, {}, undefined);
    const { conversation_id: conversationId, token } = open as Record<string, string>;
    const ref = { botId, conversationId: conversationId ?? "" };
    const answered = (asked: number) =>
      eventually(15_000, async () => {
        const messages = await console.store.conversationLog.messagesAfter(ref, 0, 500);
        const last = messages.at(-1);
        assert(last?.from === "bot");
        assert.equal(messages.filter(({ from }) => from === "customer").length, asked + 1);
      });
    tokens.set(ref.conversationId, token ?? "");
    await answered(0);
    for (const [nth, text] of texts.entries()) {
      await post(`${console.url}/chat/${botId}/messages`, { id: randomUUID(), text }, token);
      await answered(nth + 1);
    }
    return ref.conversationId;
  }

  return { ...console, merchant, shop, converse, write, hears };
}

async function post(url: string, body: object, token: string | undefined): Promise<unknown> {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  assert(response.ok, `${response.status} ${url}`);
  return response.json();
}
