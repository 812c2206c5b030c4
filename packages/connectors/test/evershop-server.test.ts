import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { installApart } from "../../../scripts/install-apart.ts";
import { told } from "../../conformance/src/run/run.fixture.ts";
import { connectors } from "../src/index.ts";
import { fillEvershop } from "./evershop/fill-evershop.ts";
import { type RunningEvershop, runEvershop } from "./evershop/run-evershop.ts";
import { testShop } from "./serve-shop.ts";

// EverShop needs the second one, and does not say so.
const versions = { "@evershop/evershop": "2.2.1", "concat-stream": "2.0.0" };

const leftOut =
  !process.env.MEETBOT_TEST_EVERSHOP &&
  "An EverShop is 500 MB: MEETBOT_TEST_EVERSHOP=1 installs it below node_modules/.cache, builds it, and runs this";

describe("an EverShop, connected", { skip: leftOut }, () => {
  let evershop: RunningEvershop;
  before(async () => {
    evershop = await runEvershop(installApart("evershop", versions));
    await fillEvershop(evershop.databaseUrl);
  });
  after(() => evershop[Symbol.asyncDispose]());

  let asked = 0;
  /** From an address of its own each time, as a proxy tells it: EverShop takes 120 requests a minute from one. */
  const fetchFromElsewhere: typeof fetch = (url, init) => {
    const headers = new Headers(init?.headers);
    asked++;
    headers.set("x-forwarded-for", `10.0.${Math.floor(asked / 250)}.${asked % 250}`);
    return fetch(url, { ...init, headers });
  };

  function connect(changes: Record<string, string> = {}, ask = fetchFromElsewhere) {
    const { url, email, password } = evershop;
    const config = connectors.evershop.readConfig({ url, email, password, ...changes });
    let nowMs = Date.now();
    // Advances the clock by a second per reading, so that no limit applies to these queries.
    const now = () => {
      nowMs += 1_000;
      return nowMs;
    };
    return connectors.evershop.connect(config, { fetch: ask, now });
  }

  const list = { by: "account", account: "otto@shop.example", page: 1, limit: 10 } as const;
  const paging = { page: 1, limit: 5 };
  const byNumber = (orderNumber: string) => ({ by: "number", orderNumber }) as const;

  test("keeps every rule of the protocol", async (t) => {
    const findings = await testShop(t, connect(), {
      ...{ account: list.account, otherAccount: "erna@guest.example", orderNumber: "10005" },
    });
    assert.deepEqual(told(findings), []);
  });

  test("lists an account's orders and nobody else's, each in one list, the newest first", async () => {
    const shop = connect();
    const numbers = async (filter: "open" | "unpaid" | "past", account: string = list.account) => {
      const answer = await shop.orders({ ...list, filter, account });
      assert.ok("orders" in answer, account);
      return answer.orders.map((one) => `${one.order_number} ${one.status}`);
    };
    assert.deepEqual(await numbers("open"), ["10005 Partially shipped"]);
    assert.deepEqual(await numbers("unpaid"), ["10004 Unpaid"]);
    const past = ["10003 Refunded", "10002 Canceled", "10001 Delivered"];
    assert.deepEqual(await numbers("past"), past);
    assert.deepEqual(await numbers("past", " OTTO@shop.example"), past);
    assert.deepEqual(await numbers("open", "otto_x@shop.example"), ["10007 Processing"]);
    assert.deepEqual(await numbers("open", "quiet@shop.example"), []);
    for (const account of ["%@shop.example", "tto@shop.example", "nobody@shop.example"]) {
      const none = await shop.orders({ ...list, filter: "open", account });
      assert.equal("kind" in none && none.reason, "user_not_found", account);
    }
  });

  test("finds an order by its number, and what it costs adds up", async () => {
    const shop = connect();
    for (const [typed, number] of [
      ["#10005", "10005"],
      ["es-0010", "ES-0010"],
    ] as const) {
      const answer = await shop.orders(byNumber(typed));
      assert.equal("orders" in answer && answer.orders[0]?.order_number, number);
    }
    for (const number of ["1000", "1000_", "%"]) {
      const none = await shop.orders(byNumber(number));
      assert.equal("kind" in none && none.reason, "order_not_found", number);
    }
    const answer = await shop.orders(byNumber("10009"));
    assert.ok("orders" in answer);
    const [order] = answer.orders;
    assert.deepEqual(order?.summary, {
      ...{ subtotal: 50, shipping_cost: 4.95, total_tax: 9.49, total_cost: 59.44 },
    });
    assert.deepEqual(order.adjustments, [{ name: "SPRING", amount: 5 }]);
    assert.deepEqual([order.address?.state, order.address?.country], ["California", "US"]);
    const [line] = order.elements;
    assert.deepEqual([line?.subtitle, line?.image_url], ["M", `${evershop.url}/assets/shirt.jpg`]);
    const minutes = (Date.now() / 1_000 - Number(order.timestamp)) / 60;
    assert.ok(minutes > -1 && minutes < 24 * 60, "milliseconds are read as such");
  });

  test("finds the packages of an order, and one by what stands on its label", async () => {
    const shop = connect();
    const arrived = await shop.packages({ by: "order", orderNumber: "10001", ...paging });
    assert.ok("packages" in arrived);
    const [parcel] = arrived.packages;
    assert.deepEqual([parcel?.package_status, parcel?.exp_delivery], ["Delivered", "2026-10-04"]);
    await shop.orders(byNumber("10005"));
    const label = await shop.packages({ by: "package", packageNumber: "dpd0042", ...paging });
    assert.ok("packages" in label);
    const [sent] = label.packages;
    assert.deepEqual(
      [sent?.package_status, sent?.product_name, sent?.tracking_url],
      ["In transit", "Classic White T-Shirt", "https://dpd.example/DPD-0042"],
    );
  });

  test("says what a user may, what is wrong, and where the limit is reached", async () => {
    const checked = await connect().check();
    assert.ok(checked.isOk);
    assert.deepEqual(checked.notes, ["no_read_only_key"]);
    assert.deepEqual(checked.sample, { orderNumber: "ES-0010", account: "erna@guest.example" });
    const problemOf = async (changes: Record<string, string>, ask = fetchFromElsewhere) => {
      const checked = await connect(changes, ask).check();
      return checked.isOk ? null : checked.problem;
    };
    assert.equal(await problemOf({ password: "of-another" }), "unauthorized");
    assert.equal(await problemOf({ url: `${evershop.url}/nothing` }), "not_this_platform");
    const post = () => fetch(`${evershop.url}/api/admin/graphql`, { method: "POST" });
    await Promise.all(Array.from({ length: 120 }, post));
    assert.equal(await problemOf({}, fetch), "throttled");
  });
});
