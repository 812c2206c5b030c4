import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Order } from "@meetbot/sdk";
import { ConnectorError } from "../connector/connector-error.ts";
import { deadlineNow, withDeadline } from "../http/deadline.ts";
import { connectPlatform, type Platform, type PlatformOrder } from "./connect-platform.ts";

const account = "otto@shop.example";

function makeOrder(number: string, changes: Partial<PlatformOrder> = {}): PlatformOrder {
  const order: Order = {
    order_number: number,
    currency: "EUR",
    timestamp: "1767225600",
    status: "Shipped",
    summary: { total_cost: 1 },
    elements: [],
  };
  const packages = [1, 2].map((at) => ({
    order_number: number,
    package_number: `${number}-${at}`,
    package_status: "In transit",
    tracking_number: `TRACK${number}${at}`,
  }));
  return { account, order, packages, ...changes };
}

function connect(platform: Partial<Platform>) {
  let nowMs = 0;
  const asked: string[] = [];
  const shop = connectPlatform(
    {
      list: async () => null,
      check: async () => ({ isOk: true, shop: "", notes: [], sample: null }),
      ...platform,
      find: async (number) => {
        asked.push(number);
        return (await platform.find?.(number)) ?? [];
      },
    },
    () => nowMs,
  );
  const later = (ms: number) => {
    nowMs += ms;
  };
  return { shop, asked, later };
}

const paging = { page: 1, limit: 3 };
const list = { by: "account", account, filter: "open", ...paging } as const;

describe("connectPlatform", () => {
  it("shows nobody what a platform's search found beyond the account", async () => {
    const others = ["otto+x@shop.example", null].map((other) => makeOrder("B", { account: other }));
    const orders = [makeOrder("A", { account: "OTTO@shop.example" }), ...others];
    const { shop } = connect({ list: async () => ({ orders, hasNextPage: false }) });
    const found = await shop.orders(list);
    assert.deepEqual("orders" in found && found.orders.map((one) => one.order_number), ["A"]);
  });

  it("tells an unknown account from one that has nothing in a list", async () => {
    const none = await connect({}).shop.orders(list);
    assert.deepEqual("kind" in none && [none.reason, none.code], ["user_not_found", 10001]);
    const empty = connect({ list: async () => ({ orders: [], hasNextPage: false }) });
    assert.deepEqual(await empty.shop.orders(list), { orders: [], hasNextPage: false });
  });

  it("takes the order that is meant, and none where two are", async () => {
    const { shop } = connect({
      find: async () => [makeOrder("A-11"), makeOrder("A11"), makeOrder("A-1")],
    });
    const ask = async (orderNumber: string) => {
      const found = await shop.orders({ by: "number", orderNumber });
      return "orders" in found ? found.orders[0]?.order_number : found.code;
    };
    assert.equal(await ask("A-11"), "A-11");
    assert.equal(await ask(" A11 "), "A11");
    assert.equal(await ask("#a-11"), 11001);
    assert.equal(await ask("a 1"), "A-1");
    assert.equal(await ask("A"), 11001);
    assert.equal(await ask("A".repeat(101)), 11001);
  });

  it("finds a package by its own number, and by a label's once its order was seen", async () => {
    const { shop, asked } = connect({
      find: async (number) => (number === "A-1" ? [makeOrder("A-1")] : []),
    });
    const ask = async (packageNumber: string) => {
      const found = await shop.packages({ by: "package", packageNumber, ...paging });
      return "packages" in found ? found.packages.map((one) => one.package_number) : found.code;
    };
    assert.equal(await ask("TRACKA-12"), 11001);
    assert.deepEqual(await ask("A-1-2"), ["A-1-2"]);
    assert.deepEqual(await ask("track a-12"), ["A-1-2"]);
    assert.equal(await ask("A-1-3"), 11001);
    assert.deepEqual(new Set(asked), new Set(["TRACKA", "A-1", "track a"]));
  });

  it("asks a platform that can be searched by a carrier's number, and shows what has that very number", async () => {
    const asked: string[] = [];
    const { shop } = connect({
      findByLabel: async (number) => {
        asked.push(number);
        return [makeOrder("A-1"), makeOrder("BB")];
      },
    });
    const ask = async (packageNumber: string) => {
      const found = await shop.packages({ by: "package", packageNumber, ...paging });
      return "packages" in found ? found.packages.map((one) => one.package_number) : found.code;
    };
    assert.deepEqual(await ask(" TRACKBB1 "), ["BB-1"]);
    assert.equal(await ask("TRACKA-19"), 11001);
    for (const none of ["TRACK", "x".repeat(70), "TRACK%BB1", "-TRACKBB1"]) {
      assert.equal(await ask(none), 11001, none);
    }
    assert.deepEqual(asked, ["TRACKBB1", "TRACKA-19"]);
  });

  it("finds nothing by a label where the platform refuses the question, and tells where it is down", async () => {
    const ask = (problem: "broken_answer" | "unavailable") =>
      connect({
        findByLabel: () => Promise.reject(new ConnectorError(problem, "no")),
      }).shop.packages({ by: "package", packageNumber: "TRACK0001", ...paging });
    const none = await ask("broken_answer");
    assert.equal("kind" in none && none.reason, "order_not_found");
    await assert.rejects(async () => ask("unavailable"), { problem: "unavailable" });
  });

  it("pages the packages of an order", async () => {
    const { shop } = connect({ find: async () => [makeOrder("A-1")] });
    const ask = (page: number) =>
      shop.packages({ by: "order", orderNumber: "A-1", page, limit: 1 });
    const [first, second, third] = [await ask(1), await ask(2), await ask(3)];
    assert.deepEqual("packages" in first && [first.packages.length, first.hasNextPage], [1, true]);
    assert.equal("packages" in second && second.hasNextPage, false);
    assert.deepEqual(third, { packages: [], hasNextPage: false });
  });

  it("asks once for ten who ask at once, keeps an answer 30 seconds, and no failure", async () => {
    let isDown = true;
    const { shop, asked, later } = connect({
      find: async () => {
        if (isDown) throw new ConnectorError("unavailable", "HTTP 503");
        return [makeOrder("A")];
      },
    });
    const ask = async () => shop.orders({ by: "number", orderNumber: "A" });
    await assert.rejects(ask(), { problem: "unavailable" });
    isDown = false;
    await Promise.all(Array.from({ length: 10 }, ask));
    later(29_999);
    await ask();
    assert.equal(asked.length, 2);
    later(1);
    await ask();
    assert.equal(asked.length, 3);
  });

  it("scans an account's orders once for all pages of its lists, and for none longer than half a minute", async () => {
    let rows = 0;
    let scans = 0;
    const { shop, later } = connect({
      async list(_, { page }, once) {
        const found = await once(async () => {
          scans += 1;
          return Array.from({ length: rows }, () => makeOrder("A"));
        });
        return { orders: found.slice(page - 1, page), hasNextPage: false };
      },
    });
    const ask = async (page: number, filter: "open" | "past" = "open") => {
      const found = await shop.orders({ ...list, page, filter });
      return ["orders" in found && found.orders.length, scans];
    };
    assert.deepEqual(await ask(1), [0, 1]);
    rows = 1;
    assert.deepEqual(await ask(2), [0, 2], "nothing is not kept");
    later(20_000);
    assert.deepEqual(await ask(1, "past"), [1, 2]);
    later(10_000);
    assert.deepEqual(await ask(1, "past"), [1, 3], "a page is as old as its scan");
    const other = { ...list, account: "erna@shop.example" };
    await Promise.all([shop.orders(other), shop.orders({ ...other, page: 2 })]);
    assert.equal(scans, 4);
  });

  it("asks anew for whoever waits on, where the one who asked first has left", async () => {
    const left = new AbortController();
    const { shop, asked } = connect({
      async find() {
        if (asked.length > 1) return [makeOrder("A")];
        const { signal } = deadlineNow();
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
        throw new ConnectorError("unavailable", "left");
      },
    });
    const ask = (signal?: AbortSignal) =>
      withDeadline(async () => shop.orders({ by: "number", orderNumber: "A" }), signal);
    const first = assert.rejects(ask(left.signal), { problem: "unavailable" });
    const others = [ask(), ask()];
    left.abort();
    await first;
    for (const found of await Promise.all(others)) assert("orders" in found);
    assert.deepEqual(asked, ["A", "A"]);
  });

  it("forgets an answer when its time is over, asked or not", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const { shop, asked } = connect({ find: async () => [makeOrder("A")] });
    const ask = async () => shop.orders({ by: "number", orderNumber: "A" });
    await ask();
    t.mock.timers.tick(29_999);
    await ask();
    assert.equal(asked.length, 1);
    // The expiry clock stands still, so a repeated query shows that the answer is gone.
    t.mock.timers.tick(1);
    await ask();
    assert.equal(asked.length, 2);
  });

  it("keeps no answer of more than 256 KiB", async () => {
    for (const [length, times] of [
      [250_000, 1],
      [260_000, 1],
      [270_000, 2],
    ] as const) {
      const { order } = makeOrder("A");
      const large = { ...order, status: "x".repeat(length) };
      const { shop, asked } = connect({ find: async () => [makeOrder("A", { order: large })] });
      await shop.orders({ by: "number", orderNumber: "A" });
      await shop.orders({ by: "number", orderNumber: "A" });
      assert.equal(asked.length, times, String(length));
    }
  });

  it("tells by check what a look-up would throw, and hides no defect of its own", async () => {
    const broken = (error: Error) => connect({ check: () => Promise.reject(error) }).shop.check();
    assert.deepEqual(await broken(new ConnectorError("throttled", "later", 3)), {
      isOk: false,
      problem: "throttled",
      detail: "later",
    });
    await assert.rejects(broken(new TypeError("a defect")), /a defect/);
  });

  it("passes on of a platform's texts one line of 300 characters", async () => {
    const text = `\u202Ea\u0000\r\n\tb${"🛒".repeat(400)}`;
    const told = `a b${"🛒".repeat(297)}`;
    const check = (answer: Platform["check"]) => connect({ check: answer }).shop.check();
    const named = await check(async () => ({ isOk: true, shop: text, notes: [], sample: null }));
    assert.equal(named.isOk && named.shop, told);
    const failed = await check(async () => {
      throw new ConnectorError("broken_answer", text);
    });
    assert.equal(!failed.isOk && failed.detail, told);
  });
});
