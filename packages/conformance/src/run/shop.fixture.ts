import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import { signRequest } from "@meetbot/protocol";
import { createWebhook, type Order, type OrderFilter, type Package, refuse } from "@meetbot/sdk";

/** 32 bytes of no importance. */
export const secret = `whsec_${Buffer.alloc(32, 9).toString("base64")}`;

export const account = "stephane.crozatier@meetbot.biz";

export const otherAccount = "otto@meetbot.biz";

/** A request as it arrived, and what its JSON says where it is some. */
export interface Arrived {
  method: string;
  headers: Record<string, string>;
  body: Buffer;
  /** The body as it came. */
  chunks: Buffer[];
  // biome-ignore lint/suspicious/noExplicitAny: sabotage reaches into any JSON
  json: any;
}

export interface FakeReply {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

/** What the shop knows, and how it compares. */
export interface FakeShop {
  lists: Record<OrderFilter, Order[]>;
  packages: Package[];
  isAccount(asked: string): boolean;
  /** Orders of another customer. */
  others: Record<OrderFilter, Order[]>;
  isNumber(known: string, asked: string): boolean;
  tracks: boolean;
}

/** One thing that a bad webhook does otherwise than a good one. */
export interface Sabotage {
  /** The webhook refuses what was sent to another URL: its own, or the one it believes to be. */
  url?: "own" | "another";
  shop?: Partial<FakeShop>;
  /** How far the webhook's clock is ahead, in seconds. */
  clockS?: number;
  /** What the good webhook gets to see, or what is answered in its place; null: nothing ever. */
  arriving?(arrived: Arrived): Arrived | FakeReply | "hang up" | "hang" | "crash";
  leaving?(reply: FakeReply, arrived: Arrived): FakeReply | Promise<FakeReply>;
}

const comparable = (text: string) => text.trim().toLowerCase();

export const isSame = (known: string, asked: string) => comparable(known) === comparable(asked);

export const goodShop: FakeShop = {
  lists: {
    open: [
      order("MB7K2Q9XW4TP", 1_763_000_000, "shipped"),
      order("12345678902", 1_762_000_000, "packed"),
      order("MB3M8R5YZ6VQ", 1_750_000_000, "packed"),
    ],
    unpaid: [order("MB9N4S7AB8WR", 1_763_500_000, "unpaid")],
    past: [
      order("MB2P6T9CD3XS", 1_761_000_000, "delivered"),
      order("MB5Q8V2EF7YT", 1_760_000_000, "canceled"),
    ],
  },
  packages: [
    parcel("MB7K2Q9XW4TP", "PK7K2Q9XW4-1", "1Z999AA10123456784"),
    parcel("MB7K2Q9XW4TP", "PK7K2Q9XW4-2", "940011189956"),
    parcel("MB2P6T9CD3XS", "PK2P6T9CD3-1", "1Z999AA10123456785"),
  ],
  isAccount: (asked) => isSame(account, asked),
  others: {
    open: [order("MB1H6J4KC2LD", 1_762_900_000, "shipped")],
    unpaid: [],
    past: [order("MB8E5F3GA9HB", 1_761_500_000, "delivered")],
  },
  isNumber: isSame,
  tracks: true,
};

export function order(number: string, placedAt: number, status: string): Order {
  return {
    order_number: number,
    currency: "USD",
    timestamp: String(placedAt),
    status,
    order_url: `https://shop.example/orders/${number}`,
    summary: { subtotal: 75, shipping_cost: 4.95, total_tax: 6.19, total_cost: 66.14 },
    adjustments: [{ name: "New Customer Discount", amount: 20 }],
    elements: [
      { title: "Classic White T-Shirt", quantity: 2, price: 50, currency: "USD" },
      { title: "Socks & Scarf", quantity: 1, price: 25, image_url: "https://shop.example/s.png" },
    ],
  };
}

export function parcel(orderNumber: string, number: string, tracking: string): Package {
  return {
    order_number: orderNumber,
    package_number: number,
    package_status: "On its way",
    tracking_number: tracking,
    tracking_url: `https://carrier.example/?n=${tracking}`,
    exp_delivery: "2026-12-12",
  };
}

/** Signs a request anew, as if it were Meetbot's: how a webhook that does not check is played. */
let signedAnew = 0;
export function signAnew(arrived: Arrived, json: unknown = undefined): Arrived {
  const body = json === undefined ? arrived.body : Buffer.from(JSON.stringify(json));
  signedAnew += 1;
  const timestampS = Math.floor(Date.now() / 1_000);
  const signed = signRequest({ body, secret, id: `anew_${signedAnew}`, timestampS });
  return { ...arrived, body, headers: { "content-type": "application/json", ...signed } };
}

export function replyWith(status: number, body: unknown): FakeReply {
  const headers = { "content-type": "application/json" };
  return { status, headers, body: typeof body === "string" ? body : JSON.stringify(body) };
}

/** A webhook made with the SDK on a port of this machine, with one thing sabotaged. */
export async function startShop(t: TestContext, sabotage: Sabotage = {}): Promise<string> {
  const shop = { ...goodShop, ...sabotage.shop };
  const { clockS = 0 } = sabotage;
  let webhook = createLookUps(shop, undefined, clockS);
  const server = createServer((request, response) => {
    serve(request, response, webhook, sabotage, end).catch(() => response.destroy());
  });
  const end = () => {
    server.close();
    server.closeAllConnections();
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(end);
  const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}/meetbot`;
  if (sabotage.url === "own") webhook = createLookUps(shop, own);
  if (sabotage.url === "another") webhook = createLookUps(shop, "https://shop.example/meetbot");
  return own;
}

function createLookUps(shop: FakeShop, url?: string, clockS = 0) {
  const listed = [shop.lists, shop.others].flatMap((lists) => Object.values(lists).flat());
  const all = () => listed.filter((one, at) => listed.indexOf(one) === at);
  const page = <Item>(items: Item[], { page, limit }: { page: number; limit: number }) => ({
    items: items.slice((page - 1) * limit, page * limit),
    hasNextPage: items.length > page * limit,
  });
  return createWebhook({
    signingSecret: secret,
    url,
    now: () => Date.now() + clockS * 1_000,
    onError: () => {},
    orders(question) {
      if (question.by === "number") {
        const orders = all().filter((one) => shop.isNumber(one.order_number, question.orderNumber));
        return orders.length > 0 ? { orders: orders.slice(0, 10) } : refuse.orderNotFound();
      }
      const lists = isSame(otherAccount, question.account)
        ? shop.others
        : shop.isAccount(question.account) && shop.lists;
      if (!lists) return refuse.userNotFound();
      const { items, hasNextPage } = page(lists[question.filter], question);
      return { orders: items, hasNextPage };
    },
    packages(question) {
      const known =
        question.by === "order"
          ? all().some((one) => shop.isNumber(one.order_number, question.orderNumber))
          : false;
      const found = shop.packages.filter((one) =>
        question.by === "order"
          ? shop.isNumber(one.order_number, question.orderNumber)
          : shop.isNumber(one.package_number, question.packageNumber) ||
            (shop.tracks && shop.isNumber(one.tracking_number ?? "", question.packageNumber)),
      );
      if (found.length === 0 && !known) return refuse.orderNotFound();
      const { items, hasNextPage } = page(found, question);
      return { packages: items, hasNextPage };
    },
  });
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  webhook: ReturnType<typeof createLookUps>,
  sabotage: Sabotage,
  crash: () => void,
): Promise<void> {
  const arrived = await readArrived(request);
  const arriving = sabotage.arriving?.(arrived) ?? arrived;
  if (arriving === "hang") return;
  if (arriving === "crash") return crash();
  if (arriving === "hang up") return void response.destroy();
  const reply = "status" in arriving ? arriving : await answer(arriving, webhook);
  const { status, headers, body } = (await sabotage.leaving?.(reply, arrived)) ?? reply;
  const date = new Date(Date.now() + (sabotage.clockS ?? 0) * 1_000).toUTCString();
  response.setHeader("date", date);
  response.writeHead(status, headers).end(body);
}

async function readArrived(request: IncomingMessage): Promise<Arrived> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  return { method: request.method ?? "", headers, body, chunks, json: toJson(body) };
}

function toJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

async function answer(
  { method, headers, body }: Arrived,
  webhook: ReturnType<typeof createLookUps>,
): Promise<FakeReply> {
  const posted = method === "POST" && { body: Buffer.from(body) };
  const init = { method, headers: toWebHeaders(headers), ...posted };
  const response = await webhook(new Request("http://localhost/", init));
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

/** Without those that belong to the connection. */
function toWebHeaders({ ...headers }: Record<string, string>): Record<string, string> {
  for (const name of ["connection", "host", "content-length", "expect"]) delete headers[name];
  return headers;
}
