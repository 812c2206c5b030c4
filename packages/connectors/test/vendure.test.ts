import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { newSecret } from "@meetbot/sdk";
import {
  createApiKey,
  type FilledShop,
  fillVendure,
  order as placeOrder,
  signUp,
} from "../../../examples/vendure-shop/src/fill-vendure.ts";
import { type RunningVendure, runVendure } from "../../../examples/vendure-shop/src/run-vendure.ts";
import { told } from "../../conformance/src/run/run.fixture.ts";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { type PushDoorServer, startPushDoor } from "../../sdk/test/push-door.ts";
import { connectors } from "../src/index.ts";
import { testShop } from "./serve-shop.ts";
import { findVendure, leftOut } from "./vendure/find-vendure.ts";

const folder = await findVendure();

/** What tells Meetbot of orders, as the page shows it, where Vendure finds itself. */
function moduleOfThePage(): string {
  const page = readFileSync(new URL("../../../docs/connectors.md", import.meta.url), "utf8");
  const [, code = ""] = /```ts\n([^`]*@vendure\/core[^`]*)```/.exec(page) ?? [];
  assert.ok(code);
  const path = join(folder!, "tell-meetbot.mjs");
  writeFileSync(path, stripTypeScriptTypes(code));
  return path;
}

describe("a Vendure server, connected", { skip: folder === null && leftOut }, () => {
  let vendure: RunningVendure;
  let shop: FilledShop;
  let door: PushDoorServer;
  before(async () => {
    const secret = newSecret();
    door = await startPushDoor(secret);
    const env = { MEETBOT_URL: door.url, MEETBOT_BOT_ID: "bot_1", MEETBOT_PUSH_SECRET: secret };
    vendure = await runVendure(folder!, { module: moduleOfThePage(), env });
    shop = await fillVendure(vendure);
  });
  after(async () => {
    await vendure[Symbol.asyncDispose]();
    await door[Symbol.asyncDispose]();
  });

  function connect(changes: Record<string, string> = {}) {
    const { vendure: connector } = connectors;
    const url = `${vendure.url}/admin-api`;
    const config = connector.readConfig({ url, apiKey: shop.apiKey, ...changes });
    return connector.connect(config, { fetch, now: Date.now });
  }

  test("keeps every rule of the protocol", async (t) => {
    const { account, guest: otherAccount, partlyShipped: orderNumber } = shop;
    const findings = await testShop(t, connect(), { account, otherAccount, orderNumber });
    assert.deepEqual(told(findings), []);
    const skipped = findings.filter(({ status }) => status === "skipped");
    assert.deepEqual(
      skipped.map(({ rule, detail }) => `${rule}: ${detail?.en}`),
      [],
    );
  });

  test("lists an account's orders as they stand, each in one list, the newest first", async () => {
    const asked = { by: "account", account: "OTTO@shop.example ", page: 1, limit: 10 } as const;
    const list = async (filter: "open" | "unpaid" | "past") => {
      const found = await connect().orders({ ...asked, filter });
      assert.ok("orders" in found);
      return found.orders.map(({ order_number: number, status }) => [number, status]);
    };
    assert.deepEqual(
      (await list("open")).map(([, status]) => status),
      ["Processing", "Partially shipped", "Processing", "Processing"],
    );
    assert.deepEqual(await list("past"), [
      [shop.canceled, "Canceled"],
      [shop.delivered, "Delivered"],
    ]);
    assert.deepEqual(
      (await list("unpaid")).map(([, status]) => status),
      ["Unpaid"],
    );
    const later = await connect({ payLaterMethods: "invoice, cheque" }).orders({
      ...asked,
      filter: "unpaid",
    });
    assert.equal("orders" in later && later.orders.length, 2);
  });

  test("knows a guest by the email in any case, and nobody else by it", async () => {
    const asked = { by: "account", filter: "open", page: 1, limit: 3 } as const;
    const found = await connect().orders({ ...asked, account: shop.guest });
    assert.equal("orders" in found && found.orders.length, 1);
    for (const account of ["nobody@guest.example", "%@guest.example", "erna+x@guest.example"]) {
      const none = await connect().orders({ ...asked, account });
      assert.equal("kind" in none && none.reason, "user_not_found", account);
    }
  });

  test("tells what an order costs, with its coupon", async () => {
    const found = await connect().orders({ by: "number", orderNumber: shop.discounted });
    assert.ok("orders" in found);
    const [order] = found.orders;
    assert.deepEqual(order?.adjustments, [{ name: "Spring", amount: 5 }]);
    // Prices without their 19 % tax: 2 shirts at 25, less 5, and shipping at 4.95.
    assert.deepEqual(order?.summary, {
      subtotal: 50,
      shipping_cost: 4.95,
      total_tax: 9.49,
      total_cost: 59.44,
    });
    assert.equal(order?.payment_method, "card");
    assert.deepEqual(order?.elements[0], {
      title: "Classic White T-Shirt",
      subtitle: "S",
      quantity: 2,
      price: 50,
    });
    assert.deepEqual(order?.address?.city, "Berlin");
  });

  test("tells prices with their tax where the channel shows them so, and what was paid back", async () => {
    const { owner } = vendure;
    const { activeChannel } = await owner.ask("{ activeChannel { id } }");
    const showTax = (isShown: boolean) =>
      owner.ask(
        `mutation($id: ID!) { updateChannel(input: { id: $id, pricesIncludeTax: ${isShown} }) { __typename } }`,
        { id: activeChannel.id },
      );
    await showTax(true);
    try {
      const customer = await signUp(vendure, "gerda@shop.example");
      const placed = await placeOrder(customer, { pay: "card", coupon: "SPRING" });
      const { order } = await owner.ask(
        "query($id: ID!) { order(id: $id) { totalWithTax shippingWithTax payments { id } } }",
        { id: placed.id },
      );
      await owner.ask(
        `mutation($id: ID!) { refundOrder(input: { paymentId: $id, amount: 1000,
          lines: [], shipping: 0, adjustment: 0, reason: "late" }) {
          __typename ... on ErrorResult { message } } }`,
        { id: order.payments[0].id },
      );
      const found = await connect().orders({ by: "number", orderNumber: placed.code });
      assert.ok("orders" in found);
      const [told] = found.orders;
      assert.deepEqual([told?.elements[0]?.price, told?.summary.subtotal], [50, 50]);
      assert.deepEqual(told?.adjustments, [{ name: "Spring", amount: 5 }]);
      assert.equal(told?.summary.tax_included, true);
      assert.equal(told?.summary.shipping_cost, order.shippingWithTax / 100);
      assert.equal(told?.summary.total_cost, order.totalWithTax / 100);
      assert.equal(told?.fees, undefined);
      assert.deepEqual(
        told?.refunds?.map(({ amount, status }) => [amount, status]),
        [[10, "pending"]],
      );
    } finally {
      await showTax(false);
    }
  });

  test("finds the packages of an order, one by its number, and one by what stands on its label", async () => {
    const connected = connect();
    const page = { page: 1, limit: 3 };
    const number = shop.partlyShipped;
    const all = await connected.packages({ by: "order", orderNumber: number, ...page });
    assert.ok("packages" in all);
    assert.deepEqual(
      all.packages.map((one) => [one.package_number, one.carrier, one.package_status]),
      [
        [`${number}-1`, "UPS", "In transit"],
        [`${number}-2`, "DHL", "Preparing"],
      ],
    );
    assert.deepEqual(
      all.packages.map(({ elements }) => elements),
      [1, 1].map((quantity) => [{ title: "Classic White T-Shirt S", quantity }]),
    );
    assert.deepEqual(
      all.packages.map(({ events }) => events?.map(({ code }) => code)),
      [["in_transit"], undefined],
    );
    const partly = await connected.orders({ by: "number", orderNumber: number });
    assert.equal("orders" in partly && partly.orders[0]?.status_code, "partially_shipped");
    for (const packageNumber of [`${number.toLowerCase()}-2`, "00340434161094042557"]) {
      const found = await connected.packages({ by: "package", packageNumber, ...page });
      assert.ok("packages" in found, packageNumber);
      assert.deepEqual(found.packages, [all.packages[1]]);
    }
    const delivered = await connected.packages({
      by: "order",
      orderNumber: shop.delivered,
      ...page,
    });
    const today = new Date().toISOString().slice(0, 10);
    assert.equal("packages" in delivered && delivered.packages[0]?.exp_delivery, today);
  });

  test("says what a key may, and what it lacks", async () => {
    const checked = await connect().check();
    assert.ok(checked.isOk);
    assert.deepEqual([checked.notes, checked.shop], [[], new URL(vendure.url).host]);
    const { account, orderNumber } = checked.sample ?? {};
    assert.ok(account?.includes("@") && orderNumber);

    const wide = await createApiKey(vendure.owner, ["ReadOrder", "ReadCustomer", "ReadCatalog"]);
    const tooWide = await connect({ apiKey: wide }).check();
    assert.deepEqual(tooWide.isOk && tooWide.notes, ["scopes_too_wide"]);

    const narrow = await createApiKey(vendure.owner, ["ReadOrder"]);
    assert.deepEqual(await connect({ apiKey: narrow }).check(), {
      isOk: false,
      problem: "missing_scope",
      detail: "The role of the API key lacks ReadCustomer.",
    });
    assert.deepEqual(await connect({ apiKey: "no-key-of-this-shop" }).check(), {
      isOk: false,
      problem: "unauthorized",
      detail: "Vendure does not know this API key, or it was removed.",
    });
    const asked = { by: "number", orderNumber: shop.delivered } as const;
    await assert.rejects(async () => connect({ apiKey: "another" }).orders(asked), {
      problem: "unauthorized",
    });
  });

  test("says where an address is none of Vendure's", async () => {
    const elsewhere = await connect({ url: `${vendure.url}/nothing` }).check();
    assert.equal(!elsewhere.isOk && elsewhere.problem, "not_this_platform");
  });

  test("tells Meetbot what becomes of orders, by the lines that the page shows", async () => {
    const statusesOf = (number: string) =>
      [...door.pushes.values()].flatMap((push) =>
        push.method === "order.changed" && push.orderNumber === number ? [push.status] : [],
      );
    await eventually(30_000, async () => {
      assert.deepEqual(statusesOf(shop.delivered), ["paid", "shipped", "delivered"]);
      assert.deepEqual(statusesOf(shop.canceled), ["paid", "canceled"]);
    });
  });
});
