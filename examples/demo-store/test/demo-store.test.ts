import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { startDemoStore } from "@meetbot/demo-store";
import { newSecret } from "@meetbot/sdk";
import { askWebhook, type Question } from "./ask-webhook.ts";

const signingSecret = newSecret();
const folder = mkdtempSync(join(tmpdir(), "demo-store-"));
after(() => rmSync(folder, { recursive: true }));

const options = { port: 0, signingSecret, databaseFile: ":memory:", today: "2026-11-24" };
const pagination = { page: 1, limit: 3 };

describe("the shop's webhook", async () => {
  const store = await startDemoStore(options);
  after(() => store.close());
  const ask = (question: Question) => askWebhook(store.webhookUrl, signingSecret, question);

  it("echoes the token of a test", async () => {
    const { answer } = await ask({ method: "test", params: { test_token: "12345" } });
    const { capabilities, ...echo } = answer as { capabilities: { fields: string[] } };
    assert.deepEqual(echo, { success: true, object: "test", test_token: "12345" });
    assert(capabilities.fields.includes("events"));
  });

  it("pages through a shopper's orders", async () => {
    const told: string[] = [];
    for (let page = 1, more = true; more; page += 1) {
      const { answer } = await ask({
        method: "orders",
        params: { user_account: "yilia@meetbot.biz", filter: "past" },
        pagination: { page, limit: 3 },
      });
      const list = answer as { has_next_page: boolean; orders: { order_number: string }[] };
      told.push(...list.orders.map(({ order_number }) => order_number));
      more = list.has_next_page;
    }
    assert.deepEqual(told, [
      "MB6H4BTYE6XH",
      "MB5FZQM74J3P",
      "1042",
      "MBGPFSG8X56W",
      "MB78XS3X4HRF",
      "MB2R6FD4QDDK",
    ]);
  });

  it("tells an order by its number, and its packages", async () => {
    const params = { order_number: "MBWXS75S9878" };
    const order = await ask({ method: "orders", params });
    assert.partialDeepStrictEqual(order.answer, {
      object: "orders",
      orders: [{ status: "shipped", summary: { total_cost: 104.31 } }],
    });
    const packages = await ask({ method: "packages", params, pagination });
    assert.partialDeepStrictEqual(packages.answer, {
      object: "packages",
      has_next_page: false,
      packages: [{ carrier: "UPS" }, { carrier: "USPS" }],
    });
  });

  it("tells a package by the carrier's number", async () => {
    const params = { package_number: "YT8040507389951" };
    const { answer } = await ask({ method: "packages", params, pagination });
    assert.partialDeepStrictEqual(answer, { packages: [{ package_number: "PKHJN596PW" }] });
  });

  it("tells a shopper without orders an empty list", async () => {
    const params = { user_account: "noah.smith@example.net", filter: "open" };
    const { answer } = await ask({ method: "orders", params, pagination });
    assert.deepEqual(answer, {
      success: true,
      object: "orders",
      has_next_page: false,
      orders: [],
    });
  });

  const refusals: [string, number, Question][] = [
    ["an email", 10001, { method: "orders", params: { user_account: "nobody@example.com" } }],
    ["an order", 11001, { method: "orders", params: { order_number: "MB2222222222" } }],
    ["an order's packages", 11001, { method: "packages", params: { order_number: "9999" } }],
    ["a package", 11001, { method: "packages", params: { package_number: "PK22222222" } }],
  ];
  for (const [what, code, question] of refusals) {
    it(`refuses ${what} it does not know with ${code}`, async () => {
      const { status, answer } = await ask(question);
      assert.equal(status, 200);
      assert.partialDeepStrictEqual(answer, { success: false, error: { code } });
    });
  }

  it("refuses what is unsigned, or signed with another secret, with 401", async () => {
    const unsigned = await fetch(store.webhookUrl, { method: "POST", body: "{}" });
    assert.equal(unsigned.status, 401);
    const question: Question = { method: "test", params: { test_token: "12345" } };
    assert.equal((await askWebhook(store.webhookUrl, newSecret(), question)).status, 401);
  });
});

describe("the shop's outage", async () => {
  const store = await startDemoStore(options);
  after(() => store.close());
  const headers = { "content-type": "application/json" };
  const switchTo = (body: string) =>
    fetch(`${store.url}/demo/outage`, { method: "POST", headers, body });

  it("answers 503 while down, and as before once up", async () => {
    assert.equal((await switchTo('{"mode":"down"}')).status, 200);
    assert.equal((await fetch(store.webhookUrl, { method: "POST" })).status, 503);
    assert.equal((await fetch(`${store.url}/healthz`)).status, 200);
    await switchTo('{"mode":"up"}');
    assert.equal((await fetch(store.webhookUrl, { method: "POST" })).status, 401);
  });

  it("leaves whoever asks without an answer while slow", async () => {
    await switchTo('{"mode":"slow"}');
    const signal = AbortSignal.timeout(100);
    await assert.rejects(fetch(store.webhookUrl, { method: "POST", signal }), /timeout/i);
    await switchTo('{"mode":"up"}');
  });

  it("can be for one order alone", async () => {
    const ask = async (number: string) => {
      const question: Question = { method: "orders", params: { order_number: number } };
      return (await askWebhook(store.webhookUrl, signingSecret, question)).status;
    };
    await switchTo('{"mode":"down","only":"MBWXS75S9878"}');
    assert.equal(await ask("MBWXS75S9878"), 503);
    assert.equal(await ask("MBHG4N75RBTE"), 200);
    await switchTo('{"mode":"up"}');
    assert.equal(await ask("MBWXS75S9878"), 200);
  });

  it("is not switched by another word, nor by what a page of another origin can send", async () => {
    for (const body of ['{"mode":"off"}', '{"mode":"up","only":1}', "null", "", "{"]) {
      assert.equal((await switchTo(body)).status, 400, body);
    }
    const method = "POST";
    const foreign = await fetch(`${store.url}/demo/outage`, { method, body: '{"mode":"down"}' });
    assert.equal(foreign.status, 400);
    assert.equal((await fetch(store.webhookUrl, { method })).status, 401);
  });
});

describe("the shop's pages", async () => {
  const store = await startDemoStore(options);
  after(() => store.close());
  const open = async (path: string) => {
    const response = await fetch(`${store.url}${path}`);
    return { status: response.status, text: await response.text() };
  };

  it("greets with its name and its shoppers", async () => {
    const { text } = await open("/");
    for (const part of [
      "Lantern Street",
      "demo",
      "yilia@meetbot.biz",
      "王芳",
      "James O&#39;Brien",
    ]) {
      assert.ok(text.includes(part), part);
    }
  });

  it("shows the pictures that its answers link to", async () => {
    assert.match((await open("/products/teapot.svg")).text, /^<svg/);
  });

  it("answers 404 for what is not there", async () => {
    for (const path of ["/products/boat.svg", "/elsewhere", "/login", "//", "/%"]) {
      assert.equal((await open(path)).status, 404, path);
    }
  });
});

describe("startDemoStore", () => {
  it("keeps its orders when it opens again on another day, as old as they were", async () => {
    const databaseFile = join(folder, "kept.sqlite");
    const question: Question = { method: "orders", params: { order_number: "1042" } };
    const told: unknown[] = [];
    for (const today of ["2026-11-24", "2027-01-01"]) {
      const store = await startDemoStore({ ...options, databaseFile, today });
      const { answer } = await askWebhook(store.webhookUrl, signingSecret, question);
      told.push((answer as { orders: { timestamp: string }[] }).orders[0]?.timestamp);
      await store.close();
    }
    const placed = ["2026-10-22T13:00Z", "2026-11-29T13:00Z"];
    assert.deepEqual(
      told,
      placed.map((moment) => String(Date.parse(moment) / 1000)),
    );
  });

  it("leaves its port free when the signing secret is not one", async () => {
    const freed = await startDemoStore(options);
    const port = Number(new URL(freed.url).port);
    await freed.close();

    const wrong = startDemoStore({ ...options, port, signingSecret: "" });
    await assert.rejects(wrong, { name: "SigningSecretError" });
    await (await startDemoStore({ ...options, port })).close();
  });

  it("does not open with an identity secret that could vouch for nobody", async () => {
    const identity = { botId: "bot_1", secret: "short" };
    await assert.rejects(startDemoStore({ ...options, identity }), { name: "IdentityError" });
  });

  it("closes while somebody is still asking", async () => {
    const store = await startDemoStore(options);
    const socket = connect(Number(new URL(store.url).port), "127.0.0.1");
    socket.on("error", () => {}); // Being cut off is what this is about.
    await once(socket, "connect");
    socket.write("POST /meetbot/webhook HTTP/1.1\r\n");
    await fetch(`${store.url}/healthz`);

    await store.close();
    if (!socket.closed) await once(socket, "close");
  });

  it("says so when its port is taken", async () => {
    const store = await startDemoStore(options);
    const port = Number(new URL(store.url).port);
    await assert.rejects(startDemoStore({ ...options, port }), { code: "port_taken" });
    await store.close();
  });
});
