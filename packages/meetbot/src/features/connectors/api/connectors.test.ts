import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { type TestContext, test } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { newSecret } from "@meetbot/protocol";
import { openGuest } from "../../../../test/fixtures/guest.ts";
import { json, startAdminServer } from "../../../server/admin-api/call-admin.fixture.ts";
import { bot } from "../../../store/store.fixture.ts";
import {
  account,
  order,
  orderNumber,
  platformKey,
  type Scene,
  scriptedHost,
  startPlatform,
} from "../host/scripted-platform.fixture.ts";

const adminToken = randomBytes(32).toString("hex");

/** A server that may call a scripted platform on this machine, and how its bot's shop is connected with that. */
async function startConnectable(t: TestContext) {
  const platform = await startPlatform(t);
  const list = parseAllowList([platform.host]);
  const server = await startAdminServer(t, {
    ...{ connectors: scriptedHost, adminToken },
    outboundAllow: () => list,
  });
  // Customers' questions are signed with it, and the connector takes no secret that is none.
  const { bots } = server.store;
  const secret = { kind: "signing", secret: newSecret(), overlapS: 60, force: true } as const;
  await bots.rotateSecret(bot.id, secret);
  await bots.promoteSecret(bot.id, { tested: null });
  await bots.revokeSecret(bot.id, { kind: "signing", stage: "previous", replacement: "" });
  const config = { url: platform.url, key: platformKey };
  const body = (changes: object = {}) => ({
    connector: "scripted",
    config: { ...config, ...changes },
  });
  return {
    ...{ ...server, platform, config, body },
    put: (changes: object = {}) => server.call("owner", "PUT /connector", { body: body(changes) }),
    read: async () => (await json(await server.call("viewer", "GET /connector"))).connection,
    async guest() {
      const guest = await openGuest(server.url, bot.id);
      t.after(guest.leave);
      return guest;
    },
    /** The newest question about orders, as its delivery tells it. */
    async delivery() {
      const { data } = await json(await server.call("owner", "GET /deliveries"));
      const { delivery_id } = data.find(({ method }: { method: string }) => method === "orders");
      return json(await server.call("owner", `GET /deliveries/${delivery_id}`));
    },
    /** Calls what is no bot's, as an administrator. */
    admin: (method: string, path: string, sent?: object) =>
      fetch(`${server.url}/api/v1${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${adminToken}`,
          ...(sent && { "Content-Type": "application/json" }),
        },
        ...(sent && { body: JSON.stringify(sent) }),
      }),
  };
}

const question = `where is my order ${orderNumber}?`;

test("an owner connects a shop, and its customers are answered out of the platform", async (t) => {
  const { put, read, guest, call, store, delivery } = await startConnectable(t);
  assert.equal((await json(await call("viewer", "GET /connector"))).connection, null);
  const response = await put();
  assert.equal(response.status, 200);
  const connection = await read();
  assert.deepEqual(connection, (await json(response)).connection);
  assert.partialDeepStrictEqual(connection, {
    ...{ connector: "scripted", shop: "Scripted Shop", trouble: null },
    notes: [{ note: "scopes_too_wide" }],
  });
  assert.equal((await store.bots.find(bot.id))?.endpoint, "connector:scripted");
  const customer = await guest();
  const replies = await customer.say(question, 1);
  assert.match(JSON.stringify(replies), /Linen Lamp/);
  assert.equal((await read()).noted_at, connection.connected_at, "it answered before and does");
  const kept = await delivery();
  assert.partialDeepStrictEqual(kept, { endpoint: "connector:scripted", outcome: "answered" });
  const { data } = await json(await call("viewer", "GET /checklist"));
  const point = data.find(({ id }: { id: string }) => id === "endpoint");
  assert.deepEqual([point.state, point.reason], ["done", "connected"]);
});

test("what is in the platform's way the customer hears as one sentence, and the operator with what to do", async (t) => {
  const { put, read, guest, call, platform, delivery } = await startConnectable(t);
  await put();
  const answer =
    (status: number, text = "", headers = {}): Scene =>
    (_, response) => {
      response.writeHead(status, { "content-type": "text/html", ...headers }).end(text);
      return true;
    };
  const scenes: [problem: string, scene: Scene][] = [
    ["unauthorized", answer(401)],
    ["missing_scope", answer(403)],
    ["broken_answer", answer(200, "<html>Maintenance</html>")],
    ["throttled", answer(429, "", { "retry-after": "30" })],
  ];
  for (const [nth, [problem, scene]] of scenes.entries()) {
    platform.scene = scene;
    const customer = await guest();
    // What failed a moment ago is not asked again.
    const [reply] = await customer.say(question.replace(/.\?$/, `${nth}?`), 1);
    assert.match(reply?.text ?? "", /can't reach|does not answer|not answering/i, problem);
    assert(!reply?.text?.includes(problem));
    const { outcome, detail } = await delivery();
    assert.equal(outcome, "http_status");
    assert.match(detail, new RegExp(`^${problem}: .+\\. .+\\.`), problem);
    const { trouble } = await read();
    assert.equal(trouble.problem, problem);
    assert.match(trouble.words.zh.fix, /\p{Script=Han}/u);
    const { data } = await json(await call("viewer", "GET /checklist"));
    const point = data.find(({ id }: { id: string }) => id === "endpoint");
    assert.equal(point.reason, `connector_${problem}`);
  }
  platform.scene = () => undefined;
  const { noted_at: before } = await read();
  assert.equal((await call("editor", "POST /connector/recheck")).status, 200);
  const { trouble, noted_at: notedAt } = await read();
  assert.equal(trouble, null);
  assert(notedAt > before);
});

test("a key that the shop refuses never takes the place of one that it takes", async (t) => {
  const { put, read, platform, store, run } = await startConnectable(t);
  const refused = await put({ key: "expired" });
  const told = await json(refused);
  assert.deepEqual([refused.status, told.code], [422, "connector_unauthorized"]);
  assert.match(told.detail, /Nothing is changed\. The shop refuses the key\. .*Make a new key/);
  assert.equal(told.trouble.words.en.what, "The shop refuses the key.");
  assert.equal((await store.bots.find(bot.id))?.endpoint, bot.endpoint);
  await put();
  const before = await read();
  assert.equal((await put({ key: "expired" })).status, 422);
  assert.deepEqual(await read(), before);
  platform.key = "plt_new_one";
  assert.equal((await put({ key: "plt_new_one" })).status, 200);
  const { shown } = await read();
  assert.notEqual(shown.key.fingerprint, before.shown.key.fingerprint);
  const [opened] = [await store.connections.open(bot.id)];
  assert.equal(opened?.config.key, "plt_new_one");
  const actions = (await store.bots.auditOf(bot.id, 9)).map(({ action }) => action);
  assert.deepEqual(actions.slice(0, 2), ["connection_replaced", "shop_connected"]);
  assert.equal((await run("select bot_id from shop_connections")).length, 1);
});

test("a key that is left out stays, and is sent to no other address than before", async (t) => {
  const { put, platform, call, body, store } = await startConnectable(t);
  await put();
  assert.equal((await put({ key: "" })).status, 200);
  assert.equal((await store.connections.open(bot.id))?.config.key, platformKey);
  const foreign = await startPlatform(t);
  const elsewhere = body({ url: foreign.url, key: "" });
  for (const route of ["PUT /connector", "POST /connector/check"]) {
    const response = await call("owner", route, { body: elsewhere });
    assert.deepEqual([response.status, (await json(response)).code], [422, "bad_config"]);
  }
  assert.deepEqual(foreign.asked, []);
  assert.equal(platform.asked.length, 2);
});

test("what cannot be a configuration is refused by its field, and no address leads inside", async (t) => {
  const { put, call, admin, config } = await startConnectable(t);
  const codeOf = async (response: Response) => {
    const { code, errors, trouble } = await json(response);
    return [response.status, code, errors?.[0]?.pointer ?? trouble?.detail];
  };
  assert.deepEqual(await codeOf(await put({ url: "nowhere" })), [422, "bad_config", "/config/url"]);
  assert.deepEqual(await codeOf(await put({ more: "x" })), [422, "bad_config", "/config/more"]);
  assert.equal((await put({ url: `https://s.example/${"x".repeat(5_000)}` })).status, 400);
  assert((await put({ url: `https://s.example/${"x".repeat(2_000_000)}` })).status >= 400);
  for (const url of [
    "http://169.254.169.254/latest",
    "http://127.0.0.1:5432",
    "http://localhost",
    "https://10.1.2.3",
    "http://[::1]:80",
  ]) {
    const [status, code, detail] = await codeOf(await put({ url }));
    assert.deepEqual([status, code], [422, "connector_unreachable"], url);
    assert(detail.length > 10 && !detail.includes("ECONN"), detail);
  }
  for (const name of ["nope", "../scripted", "__proto__", "constructor"]) {
    const sent = { body: { connector: name, config } };
    assert.equal((await call("owner", "PUT /connector", sent)).status, 404, name);
    const path = `/connectors/${encodeURIComponent(name)}/check`;
    assert.equal((await admin("POST", path, { config })).status, 404, name);
  }
});

test("an endpoint becomes a connector with its credentials alone, and they go with it", async (t) => {
  const { put, call, read, guest, platform, store, run } = await startConnectable(t);
  const set = (endpoint: string) => call("owner", "PATCH ", { body: { endpoint } });
  for (const endpoint of ["connector:scripted", "connector:../x", "connector:", "connector:a/b"]) {
    assert.equal((await set(endpoint)).status, 422, endpoint);
  }
  await put();
  assert.equal((await set("connector:scripted")).status, 200);
  assert.equal((await read()).connector, "scripted");
  // A question is on its way while the endpoint becomes another one.
  const arrived = Promise.withResolvers<() => void>();
  platform.scene = (_, response) => {
    arrived.resolve(() => response.writeHead(200).end('{"orders":[]}'));
    return true;
  };
  const customer = await guest();
  const answered = customer.say(question, 1);
  const answer = await arrived.promise;
  assert.equal((await set("https://93.184.216.34/webhook")).status, 200);
  answer();
  await answered;
  assert.equal(await read(), null);
  assert.deepEqual(await run("select bot_id from shop_connections"), []);
  const actions = (await store.bots.auditOf(bot.id, 9)).map(({ action }) => action);
  assert.deepEqual(actions.slice(0, 2), ["endpoint_changed", "shop_disconnected"]);
});

test("no credential is told by any route, log, record, table or error, and owners alone give one", async (t) => {
  const { put, call, url, guest, body, run, logged, platform, admin } = await startConnectable(t);
  const said: string[] = [];
  const hear = async (response: Response) => {
    said.push(await response.text());
    return response.status;
  };
  await hear(await put());
  platform.scene = (_, response) => {
    response.writeHead(401).end(platformKey);
    return true;
  };
  const customer = await guest();
  said.push(JSON.stringify(await customer.say(question, 1)));
  await hear(await put({ key: `${platformKey}_2` }));
  await hear(await put({ url: `http://user:${platformKey}@127.0.0.1` }));
  await hear(await call("owner", "POST /connector/check", { body: body() }));
  await hear(await admin("POST", "/connectors/scripted/check", { config: body().config }));
  for (const role of ["viewer", "editor", "agent"] as const) {
    for (const route of ["PUT /connector", "POST /connector/check"]) {
      assert.equal(await hear(await call(role, route, { body: body() })), 403, `${role} ${route}`);
    }
  }
  assert.equal(await hear(await call("agent", "GET /connector")), 403);
  assert.equal(await hear(await call("viewer", "POST /connector/recheck")), 403);
  assert.equal(await hear(await call("viewer", "POST /connector/sample")), 403);
  for (const route of ["/connector", "/deliveries", "/audit", "/endpoint", "/checklist", ""]) {
    await hear(await call("owner", `GET ${route}`));
  }
  await hear(await fetch(`${url}/metrics`));
  const tables = await run(
    "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  for (const { table_name: name } of tables) {
    said.push(JSON.stringify(await run(`select t::text from "${name}" as t`)));
  }
  const all = [...said, ...logged].join("\n");
  assert(all.includes("shop_connected") && all.includes("Scripted Shop"));
  assert(!all.includes(platformKey), all.slice(all.indexOf(platformKey) - 200).slice(0, 300));
  assert(!all.includes(Buffer.from(platformKey).toString("hex")));
});

test("an order of the shop is shown for a trial to who may write, and the rules run with it", async (t) => {
  const { put, call, store } = await startConnectable(t);
  const sample = async () => json(await call("editor", "POST /connector/sample"));
  assert.deepEqual(await sample(), { account: null, order_number: null });
  await put();
  assert.deepEqual(await sample(), { account, order_number: orderNumber });
  const [entry] = await store.bots.auditOf(bot.id, 1);
  assert.deepEqual([entry?.action, entry?.detail], ["sample_revealed", {}]);
  const run = await call("editor", "POST /runs", {
    body: { account, order_number: orderNumber, only: ["test", "security", "limits.public-url"] },
  });
  const told = await run.text();
  assert.match(told, /event: done/);
  assert(!/"status":"fail"/.test(told), told);
  const { data } = await json(await call("viewer", "GET /checklist"));
  const test = data.find(({ id }: { id: string }) => id === "endpoint_test");
  assert.equal(test.reason, "connected");
});

test("an administrator sees what can be connected, tries it, and makes a bot of it", async (t) => {
  const { admin, config, platform, store, call } = await startConnectable(t);
  const { data } = await json(await admin("GET", "/connectors"));
  assert.deepEqual(data, [
    {
      ...{ name: "scripted", title: "Scripted" },
      fields: [
        { name: "url", kind: "url", required: true, choices: [] },
        { name: "key", kind: "secret", required: true, choices: [] },
      ],
    },
  ]);
  const checked = await json(await admin("POST", "/connectors/scripted/check", { config }));
  assert.partialDeepStrictEqual(checked, { ok: true, shop: "Scripted Shop", has_sample: true });
  assert(!JSON.stringify(checked).includes(account));
  assert.equal(
    (await call("owner", "POST /../../connectors/scripted/check", { body: { config } })).status,
    403,
  );
  const wish = { name: "Lanterns", config };
  const made = await admin("POST", "/connectors/scripted/bots", wish);
  assert.equal(made.status, 201);
  const created = await json(made);
  assert.equal(created.bot.endpoint, "connector:scripted");
  assert.match(created.signing_secret, /^whsec_/);
  const bots = (await store.bots.list()).length;
  platform.key = "another";
  assert.equal((await admin("POST", "/connectors/scripted/bots", wish)).status, 422);
  assert.equal((await store.bots.list()).length, bots);
  await store.bots.delete(created.bot.bot_id);
  assert.equal(await store.connections.find(created.bot.bot_id), null);
});

test("what a platform tells of itself is told to whoever follows the order, once and as the shop answers it", async (t) => {
  const { put, read, guest, platform, store, run } = await startConnectable(t);
  await store.usage.note(bot.id, { kind: "push", name: "before" });
  await put();
  const { hook_url: hookUrl } = await read();
  const at = Date.now();
  const tell = async (status: string, key = platformKey, url = hookUrl) => {
    const body = JSON.stringify({ status, at });
    const headers = { "x-scripted-key": key };
    return (await fetch(url, { method: "POST", headers, body })).status;
  };
  const customer = await guest();
  await customer.say(question, 2);
  await customer.tap("Keep me posted", 1);
  assert.equal(await tell("refunded", "guessed"), 401);
  assert.equal(await tell("refunded", platformKey, hookUrl.replace(/.$/, "-")), 404);
  platform.scene = (_, response) => {
    const refunded = { ...order, status: "refunded" };
    response.end(JSON.stringify({ shop: "Scripted Shop", orders: [refunded] }));
    return true;
  };
  for (let times = 0; times < 3; times += 1) assert.equal(await tell("refunded"), 200);
  const [told] = await customer.replies(1);
  assert.match(JSON.stringify(told), /refunded/i);
  assert.equal((await run("select push_id from pushes")).length, 1);
});
