import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { signRequest } from "@meetbot/protocol";
import { refuse } from "@meetbot/sdk";
import type { CgroupScope } from "../fixtures/machine.ts";
import { startOwnShop } from "../fixtures/own-shop.ts";
import type { Random } from "../fixtures/random.ts";
import type { PushedOrder } from "./pushed-customer.ts";

/** A node that stands still answers nobody: after so long another one is asked. */
const requestWithinMs = 3_000;

/** A shop that pushes the events of its parcels, and answers queries about them. */
export interface PushingShop {
  endpoint: string;
  orders: PushedOrder[];
  /** Emits `asked` with each query as it arrives. */
  queries: EventEmitter;
  /** Answers the bot with this signing secret. */
  serve(signingSecret: string): void;
}

export async function startPushingShop(
  scope: CgroupScope,
  { customers, random }: { customers: number; random: Random },
): Promise<PushingShop> {
  const orders = Array.from({ length: customers }, (_, nth): PushedOrder => {
    const orderNumber = `PA7K2Q9XW4TP${nth}`;
    return { orderNumber, packageNumber: `${orderNumber}-1`, words: "Processing" };
  });
  const queries = new EventEmitter();
  const pause = async () => {
    queries.emit("asked");
    await delay(random.below(random.percent(20) ? 400 : 60), undefined, { ref: false });
  };
  const timestamp = String(Math.floor(Date.now() / 1_000) - 86_400);
  const { endpoint, serve } = await startOwnShop(scope, {
    async orders(question) {
      await pause();
      const number = question.by === "number" ? question.orderNumber : "";
      const found = orders.find(({ orderNumber }) => orderNumber === number);
      if (!found) return refuse.orderNotFound();
      return {
        orders: [
          {
            ...{ order_number: number, currency: "USD", timestamp, status: "shipped" },
            summary: { total_cost: 48 },
            elements: [{ title: "Linen Shirt", quantity: 1, price: 48 }],
          },
        ],
      };
    },
    async packages(question) {
      await pause();
      const found = orders.find((one) =>
        question.by === "order"
          ? one.orderNumber === question.orderNumber
          : question.packageNumber.startsWith(`${one.orderNumber}-`),
      );
      if (!found) return refuse.orderNotFound();
      // Parcels before the last one have arrived.
      const { orderNumber, packageNumber, words } = found;
      const isLast = question.by === "order" || question.packageNumber === packageNumber;
      return {
        packages: [
          {
            ...{ order_number: orderNumber, product_name: "Linen Shirt" },
            package_number: isLast ? packageNumber : question.packageNumber,
            package_status: isLast ? words : "Delivered",
          },
        ],
      };
    },
  });
  return { endpoint, orders, queries, serve };
}

export interface PushOptions {
  botId: string;
  pushSecret: string;
  url(): Promise<string>;
  random: Random;
}

/** Returns what sends a push again, under the same id, until a node takes it. */
export function createPush({ botId, pushSecret, url, random }: PushOptions) {
  return async (id: string, params: object, orderNumber: string): Promise<void> => {
    const request = {
      ...{ category: "ecommerce", method: "package.changed" },
      ...{ id, page_id: "1", meta: "" },
    };
    const body = JSON.stringify({ request, recipient: { order_number: orderNumber }, params });
    for (;;) {
      const timestampS = Math.floor(Date.now() / 1_000);
      const response = await fetch(`${await url()}/push/${botId}`, {
        method: "POST",
        headers: signRequest({ body, secret: pushSecret, id, timestampS }),
        body,
        signal: AbortSignal.timeout(requestWithinMs),
      }).catch(() => null);
      if (response?.status === 202) return;
      const isLater = response === null || response.status === 429 || response.status >= 500;
      assert(isLater, `refused with ${response?.status} ${await response?.text()}`);
      await delay(20 + random.below(50));
    }
  };
}
