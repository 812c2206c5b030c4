import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { sameNumber } from "@meetbot/protocol";
import { createWebhook, type LookUps, refuse, toNodeHandler } from "@meetbot/sdk";
import type { CgroupScope } from "../fixtures/machine.ts";
import type { InventedShop } from "./invent-shop.ts";

/** The webhooks of all shops, in one server. */
export interface ShopsServer {
  host: string;
  endpointOf(botId: string): string;
  serve(shop: InventedShop, signingSecret: string): void;
}

/** Starts it. `now` is when the shops live. */
export async function startShopsServer(
  scope: CgroupScope,
  now: () => number,
): Promise<ShopsServer> {
  const handlers = new Map<string, ReturnType<typeof toNodeHandler>>();
  const server = createServer((request, response) => {
    const handle = handlers.get(request.url?.slice(1) ?? "");
    if (handle) void handle(request, response);
    else response.writeHead(404).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  scope.after(async () => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    endpointOf: (botId) => `http://127.0.0.1:${port}/${botId}`,
    serve(shop, signingSecret) {
      const webhook = createWebhook({ ...lookUpsOf(shop), signingSecret, now });
      handlers.set(shop.botId, toNodeHandler(webhook));
    },
  };
}

/** What a shop answers. One that is sloppy answers a question by number with all that its owner has. */
export function lookUpsOf(shop: InventedShop): LookUps {
  const all = shop.customers.flatMap(({ orders }) => orders);
  return {
    orders(question) {
      if (question.by === "number") {
        const { orderNumber } = question;
        const found = all.filter(({ order }) => sameNumber(order.order_number, orderNumber));
        if (found.length === 0) return refuse.orderNotFound();
        const given = shop.isSloppy ? all.filter(({ owner }) => owner === found[0]?.owner) : found;
        return { orders: given.map(({ order }) => order) };
      }
      const { account, filter, page, limit } = question;
      const own = shop.customers.find(({ email }) => email === account);
      if (!own) return refuse.userNotFound();
      const listed = own.orders.filter(({ order }) => filterOf(order.status) === filter);
      const end = page * limit;
      return {
        orders: listed.slice(end - limit, end).map(({ order }) => order),
        hasNextPage: listed.length > end,
      };
    },
    packages(question) {
      const packages = all.flatMap((one) => one.packages);
      const found =
        question.by === "order"
          ? packages.filter((one) => sameNumber(one.order_number, question.orderNumber))
          : packages.filter(({ package_number, tracking_number = "" }) =>
              [package_number, tracking_number].some((one) =>
                sameNumber(one, question.packageNumber),
              ),
            );
      if (question.by === "package" && found.length === 0) return refuse.orderNotFound();
      const given = shop.isSloppy && found.length > 0 ? packages : found;
      const end = question.page * question.limit;
      return {
        packages: given.slice(end - question.limit, end),
        hasNextPage: given.length > end,
      };
    },
  };
}

function filterOf(status: string): "open" | "unpaid" | "past" {
  if (status === "unpaid") return "unpaid";
  return status === "delivered" || status === "refunded" ? "past" : "open";
}
