import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { newSecret } from "@meetbot/sdk";
import { installApart } from "../../../scripts/install-apart.ts";
import { told } from "../../conformance/src/run/run.fixture.ts";
import { type PushDoorServer, startPushDoor } from "../../sdk/test/push-door.ts";
import { connectors } from "../src/index.ts";
import { type FilledShop, fillMedusa } from "./medusa/fill-medusa.ts";
import { type RunningMedusa, runMedusa } from "./medusa/run-medusa.ts";
import { testShop } from "./serve-shop.ts";

const versions = {
  "@medusajs/cli": "2.21.2",
  "@medusajs/framework": "2.21.2",
  "@medusajs/medusa": "2.21.2",
};

const leftOut =
  !process.env.MEETBOT_TEST_MEDUSA &&
  "A Medusa server is 700 MB: MEETBOT_TEST_MEDUSA=1 installs it below node_modules/.cache, and runs this";

/** The subscriber as the page shows it. */
function subscriberOfThePage(): string {
  const page = readFileSync(new URL("../../../docs/connectors.md", import.meta.url), "utf8");
  const [, code] = /```ts\n([^`]*@medusajs[^`]*)```/.exec(page) ?? [];
  assert.ok(code);
  return code;
}

describe("a Medusa server, connected", { skip: leftOut }, () => {
  const pushSecret = newSecret();
  let door: PushDoorServer;
  let medusa: RunningMedusa;
  let shop: FilledShop;
  before(async () => {
    door = await startPushDoor(pushSecret);
    medusa = await runMedusa(installApart("medusa", versions), {
      subscriber: subscriberOfThePage(),
      env: {
        ...{ MEETBOT_URL: door.url, MEETBOT_BOT_ID: "bot_1" },
        MEETBOT_PUSH_SECRET: pushSecret,
      },
    });
    shop = await fillMedusa(medusa);
  });
  after(async () => {
    await medusa[Symbol.asyncDispose]();
    await door[Symbol.asyncDispose]();
  });

  function connect(changes: Record<string, string> = {}) {
    const { medusa: connector } = connectors;
    const config = connector.readConfig({
      ...{ url: `${medusa.url}/app`, secretKey: shop.secretKey },
      ...changes,
    });
    let nowMs = Date.now();
    // Advances the clock by a second per reading, so that no limit applies to these queries.
    const now = () => {
      nowMs += 1_000;
      return nowMs;
    };
    return connector.connect(config, { fetch, now });
  }

  async function orderOf(orderNumber: string) {
    const answer = await connect().orders({ by: "number", orderNumber });
    assert.ok("orders" in answer);
    return answer.orders[0]!;
  }

  test("keeps every rule of the protocol", async (t) => {
    const { account, guest: otherAccount, partlyShipped: orderNumber } = shop;
    const findings = await testShop(t, connect(), { account, otherAccount, orderNumber });
    assert.deepEqual(told(findings), []);
    const skipped = findings.filter(({ status }) => status === "skipped");
    assert.deepEqual(
      skipped.map(({ rule }) => rule),
      [],
    );
  });

  test("lists an account's orders as they stand, each in one list, the newest first", async () => {
    const asked = { by: "account", account: "OTTO@shop.example ", page: 1, limit: 10 } as const;
    const list = async (filter: "open" | "unpaid" | "past", account: string = asked.account) => {
      const found = await connect().orders({ ...asked, filter, account });
      assert.ok("orders" in found);
      return found.orders.map(({ order_number: number, status }) => [number, status]);
    };
    assert.deepEqual(await list("open"), [
      [shop.partlyShipped, "Partially shipped"],
      [shop.gross, "Processing"],
      [shop.discounted, "Processing"],
    ]);
    assert.deepEqual(await list("unpaid"), [[shop.unpaid, "Unpaid"]]);
    assert.deepEqual(await list("past"), [
      [shop.refunded, "Refunded"],
      [shop.canceled, "Canceled"],
      [shop.delivered, "Partially returned"],
    ]);
    assert.equal((await list("open", shop.guest)).length, 1);
    for (const account of ["nobody@guest.example", "%@guest.example", "tto@shop.example"]) {
      const none = await connect().orders({ ...asked, filter: "open", account });
      assert.equal("kind" in none && none.reason, "user_not_found", account);
    }
  });

  test("tells what an order costs, its prices without tax and with it", async () => {
    const net = await orderOf(shop.discounted);
    assert.deepEqual(net.summary, {
      ...{ subtotal: 50, shipping_cost: 4.95, total_tax: 9.49, total_cost: 59.44 },
    });
    assert.deepEqual([net.adjustments, net.fees], [[{ name: "SPRING", amount: 5 }], undefined]);
    const gross = await orderOf(shop.gross);
    assert.deepEqual(gross.summary, {
      ...{ subtotal: 50, shipping_cost: 4.95, total_tax: 8.16, tax_included: true },
      total_cost: 48.95,
    });
    assert.deepEqual([gross.adjustments, gross.fees], [[{ name: "SPRING", amount: 6 }], undefined]);
    const refunded = await orderOf(shop.refunded);
    assert.deepEqual(refunded.adjustments, [{ name: "Refund", amount: 65.39 }]);
    const [left] = (await orderOf(shop.delivered)).elements;
    assert.deepEqual(
      [left?.title, left?.subtitle, left?.quantity, left?.price],
      [...["Classic White T-Shirt", "S", 1, 25]],
    );
  });

  test("finds the packages of an order, one by its number, and one by what stands on its label", async () => {
    const connected = connect();
    const page = { page: 1, limit: 3 };
    const number = shop.partlyShipped;
    const all = await connected.packages({ by: "order", orderNumber: `#${number}`, ...page });
    assert.ok("packages" in all);
    assert.deepEqual(
      all.packages.map((one) => [
        ...[one.package_number, one.product_name, one.package_status, one.tracking_url],
      ]),
      [
        [`${number}-1`, "Classic White T-Shirt", "In transit", undefined],
        [`${number}-2`, "Classic White T-Shirt", "In transit", undefined],
        [`${number}-3`, "Enamel Mug", "Preparing", undefined],
      ],
    );
    for (const packageNumber of [`${number}-2`, "1Z999AA10987654322"]) {
      const found = await connected.packages({ by: "package", packageNumber, ...page });
      assert.deepEqual("packages" in found && found.packages, [all.packages[1]], packageNumber);
    }
  });

  test("says what a key may, and where nothing of Medusa's is", async () => {
    const checked = await connect().check();
    assert.ok(checked.isOk);
    assert.deepEqual([checked.shop, checked.notes], ["Medusa Store", ["no_read_only_key"]]);
    assert.ok(checked.sample?.account?.includes("@") && checked.sample.orderNumber);
    const problemOf = async (changes: Record<string, string>) => {
      const checked = await connect(changes).check();
      return checked.isOk ? null : checked.problem;
    };
    assert.equal(await problemOf({ secretKey: "sk_of_another_shop" }), "unauthorized");
    assert.equal(await problemOf({ url: `${medusa.url}/nothing` }), "not_this_platform");
  });

  test("pushes what happens, by the subscriber that the page shows", () => {
    const pushed = [...door.pushes.values()].map((push) => {
      assert.ok(push.method === "order.changed");
      return `${push.orderNumber} ${push.status} ${JSON.stringify(push.recipient)}`;
    });
    const to = JSON.stringify({ account: shop.account });
    assert.deepEqual(
      pushed.toSorted(),
      [
        `${shop.delivered} delivered ${to}`,
        `${shop.delivered} paid ${to}`,
        `${shop.delivered} shipped ${to}`,
        `${shop.canceled} canceled ${to}`,
        `${shop.refunded} paid ${to}`,
        `${shop.partlyShipped} paid ${to}`,
        `${shop.partlyShipped} shipped ${to}`,
      ].toSorted(),
    );
  });
});
