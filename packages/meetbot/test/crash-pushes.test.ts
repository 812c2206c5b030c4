import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { signRequest } from "@meetbot/protocol";
import { refuse } from "@meetbot/sdk";
import { parseKeyRing } from "../src/secrets/key-ring.ts";
import { openStore } from "../src/store/open-store.ts";
import { startNodes } from "./crash/nodes.ts";
import { type PushedOrder, startPushedCustomer } from "./crash/pushed-customer.ts";
import { createMachine, type Machine } from "./fixtures/machine.ts";
import { startOwnDatabase } from "./fixtures/own-database.ts";
import { startOwnShop } from "./fixtures/own-shop.ts";
import { createRandom } from "./fixtures/random.ts";

// A shop pushes what happens to its parcels while nodes are ended with `kill -9`. CRASH_SEED=… in the environment
// repeats the decisions of a run, CRASH_KILLS=50 makes it a long one.

const kills = Number(process.env.CRASH_KILLS ?? 8);
const customers = 6;
const seed = Number(process.env.CRASH_SEED ?? randomInt(1, 2 ** 31));
/** A kill does not wait longer for a moment in which the shop is asked. */
const momentWithinMs = 5_000;

test("what a shop pushes while nodes are killed is told once, in order, and none of it is lost", {
  timeout: 300_000 + kills * 30_000,
}, async (t) => {
  t.diagnostic(`CRASH_SEED=${seed}`);
  const random = createRandom(seed);
  const machine = createMachine(t);
  const { env } = await startOwnDatabase(t);
  const orders = Array.from({ length: customers }, (_, nth): PushedOrder => {
    const orderNumber = `PA7K2Q9XW4TP${nth}`;
    return { orderNumber, packageNumber: `${orderNumber}-1`, words: "Processing" };
  });
  const asked = new EventEmitter();
  const shop = await startOrders(t, orders, async () => {
    asked.emit("asked");
    await delay(random.below(random.percent(20) ? 400 : 60), undefined, { ref: false });
  });
  const { botId, pushSecret, signingSecret } = await createBot(machine, env, shop.endpoint);
  shop.serve(signingSecret);
  const nodes = await startNodes(machine, env, { count: 2, random });
  const push = async (id: string, params: object, orderNumber: string): Promise<void> => {
    const request = {
      category: "ecommerce",
      method: "package.changed",
      id,
      page_id: "1",
      meta: "",
    };
    const body = JSON.stringify({ request, recipient: { order_number: orderNumber }, params });
    for (;;) {
      const timestampS = Math.floor(Date.now() / 1_000);
      const response = await fetch(`${await nodes.url()}/push/${botId}`, {
        method: "POST",
        headers: signRequest({ body, secret: pushSecret, id, timestampS }),
        body,
      }).catch(() => null);
      if (response?.status === 202) return;
      const isLater = response === null || response.status === 429 || response.status >= 500;
      assert(isLater, `refused with ${response?.status} ${await response?.text()}`);
      await delay(20 + random.below(50));
    }
  };
  const enough = new AbortController();
  try {
    const own = { botId, url: nodes.url, random, enough: enough.signal, push };
    const all = [];
    for (const [nth, order] of orders.entries()) {
      all.push(await startPushedCustomer({ ...own, order, isPatient: nth % 2 === 0 }));
    }
    for (let nth = 0; nth < kills; nth++) {
      await nodes.spare();
      await Promise.race([once(asked, "asked"), delay(momentWithinMs)]);
      await delay(random.below(80));
      await nodes.kill();
    }
    await nodes.allUp();
    enough.abort();
    const reports = await Promise.all(all.map(({ done }) => done));
    t.diagnostic(JSON.stringify(reports));
    const told = reports.reduce((sum, report) => sum + report.told, 0);
    // Else the kills fell between the pushes, and nothing was proved.
    assert(told >= kills * 2, `${told} were told`);
  } finally {
    enough.abort();
    nodes.end();
  }
});

function startOrders(
  scope: Parameters<typeof startOwnShop>[0],
  orders: PushedOrder[],
  pause: () => Promise<void>,
) {
  const timestamp = String(Math.floor(Date.now() / 1_000) - 86_400);
  return startOwnShop(scope, {
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
}

async function createBot(
  machine: Machine,
  env: { MEETBOT_DATABASE_URL: string; MEETBOT_MASTER_KEY: string },
  endpoint: string,
) {
  const create = ["bot", "create", "--name", "Shop", "--endpoint", endpoint, "--page-id", "1"];
  const created = await machine.run([...create, "--json"], { env });
  assert.equal(created.code, 0, created.stderr);
  const { bot_id: botId, push_secret, signing_secret } = JSON.parse(created.stdout);
  const set = await machine.run(["bot", "set", botId, "--policy", "off"], { env });
  assert.equal(set.code, 0, set.stderr);
  // Customers are offered it where their shop has pushed before.
  const keyRing = parseKeyRing(env.MEETBOT_MASTER_KEY);
  const store = await openStore({ connection: env.MEETBOT_DATABASE_URL, keyRing });
  await store.usage.note(botId, { kind: "push", name: "before" });
  await store.close();
  return { botId: botId as string, pushSecret: push_secret, signingSecret: signing_secret };
}
