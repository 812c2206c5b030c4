import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { newSecret, type Order, type Package, signRequest } from "@meetbot/protocol";
import { refuse } from "@meetbot/sdk";
import {
  follow,
  post,
  readUntil,
  type Seat,
  takeSeat,
  type WireMessage,
} from "../../../../test/fixtures/conversation.ts";
import { eventually } from "../../../../test/fixtures/eventually.ts";
import { startOwnShop } from "../../../../test/fixtures/own-shop.ts";
import { startTestServer } from "../../../server/server.fixture.ts";
import type { ServerOptions } from "../../../server/start-server.ts";

/** Hard to guess: its number alone shows what is in it. */
export const orderNumber = "PA7K2Q9XW4TP";
export const packageNumber = "PA7K2Q9XW4TP-1";

/** A shop that pushes, with one order in one parcel, whose statuses may be set. */
export async function startPushingShop(t: TestContext, options: Partial<ServerOptions> = {}) {
  const order: Order = {
    order_number: orderNumber,
    recipient_name: "Yilia Chen",
    currency: "USD",
    timestamp: String(Math.floor(Date.now() / 1_000) - 86_400),
    status: "shipped",
    summary: { total_cost: 48 },
    elements: [{ title: "Linen Shirt", quantity: 1, price: 48 }],
  };
  const parcel: Package = {
    order_number: orderNumber,
    package_number: packageNumber,
    product_name: "Linen Shirt",
    tracking_number: "1Z999",
    carrier: "UPS",
    package_status: "Shipped",
  };
  const shop = await startOwnShop(t, {
    orders: (question) =>
      question.by === "number" && question.orderNumber === orderNumber
        ? { orders: [order] }
        : refuse.orderNotFound(),
    packages: (question) =>
      question.by === "order" && question.orderNumber !== orderNumber
        ? refuse.orderNotFound()
        : { packages: [parcel] },
  });
  const outboundAllow = () => parseAllowList([new URL(shop.endpoint).host]);
  const server = await startTestServer(t, { outboundAllow, ...options });
  const secrets = { signingSecret: newSecret(), identitySecret: newSecret() };
  const pushSecret = newSecret();
  const { bot } = newBot({ id: "bot_push", name: "Shop", endpoint: shop.endpoint, pageId: "1" });
  await server.store.bots.create(bot, { ...secrets, pushSecret });
  shop.serve(secrets.signingSecret);
  // Customers are offered it where their shop has pushed before.
  await server.store.usage.note(bot.id, { kind: "push", name: "test" });
  const send = (body: string, secret = pushSecret, nowS = Math.floor(Date.now() / 1_000)) =>
    fetch(`${server.url}/push/${bot.id}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...signRequest({ body, secret, id: idOf(body), timestampS: nowS }),
      },
      body,
    });
  return {
    ...{ server, shop, order, parcel, bot, pushSecret, send },
    /** Tells that the parcel moved, now or some seconds ago. */
    moved: (id: string, status: string, agoS = 0) =>
      send(JSON.stringify(packagePush(id, status, agoS))),
    async read(id: string) {
      const response = await fetch(`${server.url}/push/${bot.id}/${id}`, {
        headers: signRequest({
          ...{ body: "", secret: pushSecret, id },
          timestampS: Math.floor(Date.now() / 1_000),
        }),
      });
      assert.equal(response.status, 200, await response.clone().text());
      const { recipients } = (await response.json()) as { recipients: ReadRecipient[] };
      // The wire does not say by which way.
      const kept = await server.store.pushes.read(bot.id, id);
      return {
        recipients: recipients.map((one, place) => ({
          ...one,
          way: kept?.recipients[place]?.way ?? null,
        })),
      };
    },
    /** What became of a push for its only recipient, once that says so. */
    async until(id: string, state: string) {
      return eventually(10_000, async () => {
        const [one] = (await this.read(id)).recipients;
        assert.equal(one?.state, state, JSON.stringify(one));
        return one;
      });
    },
    /** Adds a customer who looked up the order by its number, subscribes to updates, and keeps the chat open or not. */
    async follow({ staysOpen = true } = {}): Promise<Seat> {
      const seat = await takeSeat(server.url, bot.id);
      const open = new AbortController();
      t.after(() => open.abort());
      if (staysOpen) void keepOpen(seat, open.signal);
      await post(seat, { text: `where is my order ${orderNumber}?` });
      const shown = (await readUntil(seat, isCard)).at(-1);
      const choices = shown?.from === "bot" ? (shown.reply.choices ?? []) : [];
      const keep = choices.find(({ title }) => title === "Keep me posted");
      assert(keep, JSON.stringify(choices));
      await post(seat, { payload: keep.payload });
      await readUntil(seat, isConfirmed);
      return seat;
    },
  };
}

interface ReadRecipient {
  channel: string;
  state: string;
  because?: string;
  at: string;
}

/** A push is signed by its own id. */
const idOf = (body: string) => /"id":"([\w-]+)"/.exec(body)?.[1] ?? "push_request";

async function keepOpen(seat: Seat, signal: AbortSignal): Promise<void> {
  try {
    for await (const _ of follow(seat, { signal }));
  } catch {
    // It ends with the test.
  }
}

const isConfirmed = (message: WireMessage) =>
  message.from === "bot" && /STOP/.test(message.reply.text ?? "");

const isCard = (message: WireMessage) =>
  message.from === "bot" && (message.reply.kind === "orders" || message.reply.kind === "packages");

export function packagePush(id: string, status: string, agoS = 0) {
  return {
    request: { category: "ecommerce", method: "package.changed", id, page_id: "1", meta: "" },
    recipient: { order_number: orderNumber },
    params: {
      ...{ package_number: packageNumber, status },
      occurred_at: String(Math.floor(Date.now() / 1_000) - agoS),
    },
  };
}
