import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { GivenConfig, Trouble } from "@meetbot/model/connector/connection.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createEndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { newSecret } from "@meetbot/protocol";
import { askMerchant } from "../../../merchant/ask.ts";
import { agent as http } from "../../../merchant/scripted-merchant.fixture.ts";
import { testEndpoint } from "../../../merchant/test-endpoint.ts";
import { openConnectorHost } from "./connector-host.ts";
import { createAgentOf } from "./create-agent-of.ts";
import {
  order,
  orderNumber,
  platformKey,
  scriptedHost,
  startPlatform,
} from "./scripted-platform.fixture.ts";
import type { WorkerLimits } from "./watched-worker.ts";

/** A host whose guard opens these hosts, and bots that are connected by it. */
function openHost(t: TestContext, allowed: string[], limits: Partial<WorkerLimits> = {}) {
  const crashes: string[] = [];
  const troubles: (Trouble | null)[] = [];
  const connections = new Map<string, { config: GivenConfig; version: string }>();
  const signingSecret = newSecret();
  const allow = parseAllowList(allowed);
  const host = openConnectorHost({
    ...scriptedHost,
    guard: createEndpointGuard({ allow: () => allow, ownPort: 0 }),
    limits,
    onCrash: (reason) => crashes.push(reason),
  });
  t.after(host.close);
  const agentOf = createAgentOf({
    ...{ http, host },
    async reach(botId) {
      const connection = connections.get(botId);
      return connection
        ? { name: "scripted", ...connection, signingSecrets: [signingSecret] }
        : null;
    },
    onTrouble: (_, trouble) => troubles.push(trouble),
  });
  const endpoint = { url: "connector:scripted", pageId: "1", signingSecrets: [signingSecret] };
  return {
    ...{ host, crashes, troubles, connections, endpoint, agentOf, signingSecret },
    ask: (botId: string, number = orderNumber, deadlineMs = 8_000) =>
      askMerchant({ method: "orders", orderNumber: number }, endpoint, {
        agent: agentOf(botId),
        deadlineMs,
      }),
  };
}

async function openConnected(t: TestContext, limits: Partial<WorkerLimits> = {}) {
  const platform = await startPlatform(t);
  const opened = openHost(t, [platform.host], limits);
  const config = { url: platform.url, key: platformKey };
  for (const botId of ["bot_1", "bot_2"]) opened.connections.set(botId, { config, version: "1" });
  return { ...opened, platform, config };
}

test("a connected shop is asked by the signed exchange that webhooks are asked by", async (t) => {
  const { ask, agentOf, endpoint, signingSecret, troubles } = await openConnected(t);
  const { answer, delivery } = await ask("bot_1");
  assert(answer.kind === "orders");
  assert.deepEqual(answer.orders[0]?.elements, order.elements);
  const [exchange] = delivery.exchanges;
  assert.equal(exchange?.httpStatus, 200);
  assert.match(exchange?.requestHeaders["webhook-signature"] ?? "", /^v1,/);
  assert.deepEqual(troubles, [null]);
  const found = await testEndpoint(endpoint, signingSecret, { agent: agentOf("bot_1") });
  assert.deepEqual([found.echoed, found.verifies], [true, "fully"]);
  const foreign = await testEndpoint(endpoint, newSecret(), { agent: agentOf("bot_1") });
  assert.equal(foreign.echoed, false);
  assert.deepEqual(troubles, [null]);
});

test("fifty questions at once are each answered with their own", async (t) => {
  const { ask, connections } = await openConnected(t);
  connections.delete("bot_2");
  const asked = Array.from({ length: 50 }, (_, n) => (n % 2 ? orderNumber : `NOT-THERE-${n}-XYZ`));
  const answers = await Promise.all(
    asked.map(async (number) => (await ask("bot_1", number)).answer),
  );
  assert.deepEqual(
    answers.map(({ kind }) => kind),
    asked.map((number) => (number === orderNumber ? "orders" : "refusal")),
  );
  const { delivery } = await ask("bot_2");
  assert.equal(delivery.outcome, "connection_failed");
  assert.match(delivery.detail ?? "", /not connected any more/);
});

test("a platform that refuses, is away or speaks HTML is told from a shop's no, and in words", async (t) => {
  const { ask, platform, troubles } = await openConnected(t);
  const answered = async (status: number, body = "") => {
    platform.scene = (_, response) => {
      response.writeHead(status, { "content-type": "text/html" }).end(body);
      return true;
    };
    const { answer, delivery } = await ask("bot_1");
    assert.equal(answer.kind, "unavailable");
    assert.deepEqual(delivery.trouble, troubles.at(-1));
    return delivery.detail;
  };
  assert.match((await answered(401)) ?? "", /^unauthorized: The shop refuses the key\. Make a new/);
  assert.match((await answered(403)) ?? "", /^missing_scope: The key may not read/);
  assert.match((await answered(429)) ?? "", /^throttled: /);
  assert.match((await answered(503)) ?? "", /^unavailable: .*HTTP 503/);
  assert.match((await answered(200, "<html>")) ?? "", /^broken_answer: .*no JSON/);
  assert.match((await answered(302)) ?? "", /^unreachable: /);
  assert.equal(troubles.at(-1)?.problem, "unreachable");
  platform.scene = () => undefined;
  assert.equal((await ask("bot_1")).answer.kind, "orders");
  assert.equal(troubles.at(-1), null);
});

test("a configuration that was given anew is asked with at once", async (t) => {
  const { ask, connections, config } = await openConnected(t);
  connections.set("bot_1", { config: { ...config, key: "expired" }, version: "2" });
  assert.match((await ask("bot_1")).delivery.detail ?? "", /^unauthorized/);
  connections.set("bot_1", { config, version: "3" });
  assert.equal((await ask("bot_1")).answer.kind, "orders");
});

test("a connector that crashes, floods memory or never ends takes the queries in hand with it, and no more", async (t) => {
  for (const [defect, reason, limits] of [
    ["DEFECT-CRASH", "exit code 1", {}],
    ["DEFECT-FLOOD", "SIGABRT", { memoryMb: 64, stuckMs: 60_000 }],
    ["DEFECT-LOOP", "SIGKILL", { stuckMs: 200 }],
  ] as const) {
    const { ask, crashes } = await openConnected(t, limits);
    await ask("bot_2");
    const { delivery } = await ask("bot_1", defect, 60_000);
    assert.deepEqual([delivery.outcome, crashes], ["connection_failed", [reason]], defect);
    assert.match(delivery.detail ?? "", /the connector stopped in the middle of its work/);
    assert(!JSON.stringify(delivery).includes(platformKey));
    assert.equal((await ask("bot_2")).answer.kind, "orders", defect);
  }
});

test("where no process can be started a question fails as after a crash, and the host still closes", async (t) => {
  const { execPath } = process;
  t.after(() => Object.assign(process, { execPath }));
  const crashes: string[] = [];
  const fails = async (program: URL) => {
    const guard = createEndpointGuard({ allow: () => parseAllowList([]), ownPort: 0 });
    const onCrash = (reason: string) => crashes.push(reason);
    const host = openConnectorHost({ ...scriptedHost, program, guard, onCrash });
    const stopped = /the connector stopped in the middle/;
    assert.match(JSON.stringify(await host.check("scripted", {})), stopped);
    const checked = host.check("scripted", {});
    await host.close();
    assert.match(JSON.stringify(await checked), stopped);
  };
  // Node throws, as where memory lacks.
  await fails(new URL("file:///%00"));
  // Node tells it by an event, as where processes or files lack.
  Object.assign(process, { execPath: "/there/is/no/node" });
  await fails(scriptedHost.program);
  assert.deepEqual([...new Set(crashes)], ["ERR_INVALID_ARG_VALUE", "ENOENT"]);
});

test("after crashes in a row whoever had a question in hand is given time, and nobody else", async (t) => {
  const limits = { pauseMs: 60_000, maxPauseMs: 60_000 };
  const { host, ask, crashes, config } = await openConnected(t, limits);
  const isPaused = async (botId: string) =>
    /again and again, and is tried again soon/.test((await ask(botId)).delivery.detail ?? "");
  await ask("bot_1", "DEFECT-CRASH");
  assert.equal(await isPaused("bot_1"), false);
  await ask("bot_1", "DEFECT-CRASH");
  assert.equal(await isPaused("bot_1"), true);
  assert.equal((await ask("bot_2")).answer.kind, "orders");
  assert((await host.check("scripted", config)).isOk);
  await Promise.all([ask("bot_2", "DEFECT-CRASH"), ask("bot_2", "DEFECT-SILENCE")]);
  await ask("bot_2", "DEFECT-CRASH");
  assert.deepEqual([await isPaused("bot_1"), await isPaused("bot_2")], [true, true]);
  assert.equal(crashes.length, 4);
});

test("a connector that never answers holds nobody longer than the deadline", async (t) => {
  const { ask, crashes } = await openConnected(t);
  await ask("bot_2");
  const [silent, other] = await Promise.all([ask("bot_1", "DEFECT-SILENCE", 300), ask("bot_2")]);
  assert.equal(silent.delivery.outcome, "timeout");
  assert.equal(other.answer.kind, "orders");
  assert.deepEqual(crashes, []);
});

test("the connectors hear which questions nobody waits for any more", async (t) => {
  const host = openConnectorHost({
    ...scriptedHost,
    program: new URL("./waiting-worker.fixture.ts", import.meta.url),
    guard: createEndpointGuard({ allow: () => parseAllowList([]), ownPort: 0 }),
    onCrash() {},
  });
  t.after(host.close);
  const left = new AbortController();
  const request = { method: "POST", headers: {}, body: null };
  const bot = { botId: "bot_1", name: "scripted", version: "1", config: {}, secrets: [], request };
  const first = assert.rejects(host.ask(bot, left.signal), /left/);
  const second = host.ask(bot, new AbortController().signal);
  left.abort(new Error("left"));
  await first;
  await assert.rejects(second, { code: "MEETBOT_CONNECTOR_ENDED" });
});

test("what a connector did not mean to throw is told by its name alone", async (t) => {
  const { ask, troubles } = await openConnected(t);
  const { delivery } = await ask("bot_1", "DEFECT-TYPE");
  assert.match(delivery.detail ?? "", /did not expect this: TypeError\)$/);
  assert(!JSON.stringify([delivery, troubles]).includes(platformKey));
});

test("a connector reaches the shop's origin and nothing else, wherever its address leads", async (t) => {
  const { host, platform, ask, config } = await openConnected(t);
  const reached = async (url: string) => {
    const check = await host.check("scripted", { url, key: platformKey });
    return check.isOk ? "ok" : check.problem;
  };
  assert.equal(await reached(platform.url), "ok");
  for (const url of [
    "http://169.254.169.254/latest/meta-data",
    "http://[fd00:ec2::254]",
    "http://localhost:6379",
    "http://127.0.0.1:1",
    "http://127.1:5432",
    "http://0x7f000001:5432",
    "https://10.0.0.1",
    "http://metadata.google.internal",
    "http://[::ffff:169.254.169.254]",
  ]) {
    assert.equal(await reached(url), "unreachable", url);
  }
  const other = await startPlatform(t);
  platform.scene = (_, response) => {
    response.writeHead(307, { location: `${other.url}/orders` }).end();
    return true;
  };
  assert.equal(await reached(config.url), "unreachable");
  assert.deepEqual(other.asked, []);
  platform.scene = (_, response) => {
    response.writeHead(200).end("x".repeat(9 * 1024 * 1024));
    return true;
  };
  assert.equal(await reached(config.url), "unreachable");
  platform.scene = () => undefined;
  await ask("bot_1", "DEFECT-ELSEWHERE");
  assert(!platform.asked.includes("/elsewhere"));
});

test("a configuration is read by its fields, and a name is nothing but a name", (t) => {
  const { host } = openHost(t, []);
  assert.equal(host.read("../scripted", {}), null);
  assert.equal(host.read("constructor", {}), null);
  assert.equal(host.read("__proto__", {}), null);
  const fault = (given: GivenConfig) => {
    const read = host.read("scripted", given);
    return read?.isRead === false ? [read.field, read.message] : read;
  };
  assert.deepEqual(fault({ url: "https://shop.example" }), ["key", "key is missing."]);
  assert.match(
    String(fault({ url: "https://shop.example", key: "k", other: "x" })),
    /^other,There/,
  );
  assert.match(
    String(fault({ url: `https://shop.example/${"x".repeat(5_000_000)}`, key: "k" })),
    /^url,It is longer/,
  );
  assert.deepEqual(host.read("scripted", { url: " https://shop.example ", key: "k" }), {
    isRead: true,
    config: { url: "https://shop.example", key: "k" },
    origin: "https://shop.example",
    address: "https://shop.example https://shop.example/",
  });
});
