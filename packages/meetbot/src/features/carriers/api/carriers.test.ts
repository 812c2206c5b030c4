import assert from "node:assert/strict";
import { test } from "node:test";
import { type CarrierKind, carrierKinds } from "@meetbot/model/carrier/carrier.ts";
import { json, startAdminServer } from "../../../server/admin-api/call-admin.fixture.ts";
import { bot } from "../../../store/store.fixture.ts";
import { bodyOf, callOf, hintOf, secret, sent } from "../carriers.fixture.ts";
import type { CarrierHint } from "../form/carrier.ts";

async function startCarriers(t: Parameters<typeof startAdminServer>[0]) {
  const hinted: [string, CarrierHint][] = [];
  const server = await startAdminServer(t, {
    async onCarrierHint(botId, hint) {
      hinted.push([botId, hint]);
      return "taken";
    },
  });
  const { call, url } = server;
  return {
    ...server,
    hinted,
    async connect(kind: CarrierKind, key = secret): Promise<string> {
      const response = await call("owner", "POST /carriers", { body: { kind, secret: key } });
      assert.equal(response.status, 201);
      return new URL((await json(response)).hook_url).pathname;
    },
    async send(path: string, { headers, body }: { headers: Headers; body: Buffer }) {
      return fetch(`${url}${path}`, { method: "POST", headers, body: new Uint8Array(body) });
    },
    list: async () => json(await call("viewer", "GET /carriers")),
  };
}

test("nothing is connected by default; what is connected is heard, and when, and its secrets are told by nobody", async (t) => {
  const { connect, send, list, hinted, store, logged, run } = await startCarriers(t);
  assert.deepEqual(await list(), { carriers: [], kinds: [...carrierKinds] });
  const paths = new Map<CarrierKind, string>();
  for (const kind of carrierKinds) paths.set(kind, await connect(kind));
  for (const kind of carrierKinds) {
    const response = await send(paths.get(kind) ?? "", callOf(kind, sent[kind]));
    assert.equal(response.status, 200, kind);
  }
  assert.deepEqual(
    hinted,
    carrierKinds.map((kind) => [bot.id, hintOf[kind]]),
  );
  const { carriers } = await list();
  assert.deepEqual(
    new Set(carriers.map((one: { kind: string }) => one.kind)),
    new Set(carrierKinds),
  );
  for (const one of carriers) {
    assert.equal(one.signed, true);
    assert(Date.parse(one.last_heard_at) >= Date.parse(one.connected_at));
  }
  const actions = (await store.bots.auditOf(bot.id, 9)).map(({ action }) => action);
  assert.deepEqual(new Set(actions.slice(0, 5)), new Set(["carrier_connected"]));
  const rows = await run("select sealed::text, hook_hash::text from carrier_connections");
  const seen = JSON.stringify([carriers, await store.bots.auditOf(bot.id, 9), logged, rows]);
  assert.equal(rows.length, carrierKinds.length);
  for (const path of paths.values()) assert(!seen.includes(path.split("/").at(-1) ?? ""));
  assert(!seen.includes(secret));
});

test("connecting again makes another address, the former is dead, and so is that of what is disconnected", async (t) => {
  const { connect, send, call, list, hinted } = await startCarriers(t);
  const first = await connect("easypost");
  const second = await connect("easypost");
  const signed = callOf("easypost", sent.easypost);
  assert.equal((await send(first, signed)).status, 404);
  assert.equal((await send(second, signed)).status, 200);
  assert.equal((await call("owner", "DELETE /carriers/easypost")).status, 204);
  assert.equal((await call("owner", "DELETE /carriers/easypost")).status, 404);
  assert.equal((await send(second, signed)).status, 404);
  assert.equal(hinted.length, 1);
  assert.deepEqual((await list()).carriers, []);
});

test("at the door nobody speaks for another bot, under another secret, as another kind, or at length", async (t) => {
  const { connect, send, hinted, store, logged } = await startCarriers(t);
  const secrets = { signingSecret: "whsec_o", identitySecret: "o" };
  await store.bots.create({ ...bot, id: "bot_other" }, secrets);
  const path = await connect("aftership");
  const token = path.split("/").at(-1) ?? "";
  const signed = callOf("aftership", sent.aftership);
  const tell = async (to: string, call = signed) => {
    const response = await send(to, call);
    return [response.status, (await json(response)).error?.code];
  };
  assert.deepEqual(await tell(`/carriers/bot_other/${token}`), [404, "no_such_carrier"]);
  assert.deepEqual(await tell(`/carriers/${bot.id}/${"A".repeat(43)}`), [404, "no_such_carrier"]);
  assert.deepEqual(await tell(`/carriers/%00/${token}`), [404, "no_such_carrier"]);
  assert.deepEqual(await tell(path, callOf("aftership", sent.aftership, "guess")), [
    401,
    "bad_signature",
  ]);
  assert.deepEqual(await tell(path, { headers: new Headers(), body: signed.body }), [
    401,
    "unsigned",
  ]);
  assert.deepEqual(await tell(path, callOf("17track", sent["17track"])), [401, "unsigned"]);
  assert.deepEqual(await tell(path, callOf("aftership", sent.easypost)), [400, "unreadable"]);
  const huge = bodyOf("aftership", { event: "x".repeat(1024 * 1024) });
  assert.deepEqual(await tell(path, { headers: new Headers(), body: huge }), [
    413,
    "body_too_large",
  ]);
  const moved = await connect("kuaidi100", "");
  const bare = { headers: new Headers(), body: bodyOf("kuaidi100", sent.kuaidi100, null) };
  assert.deepEqual(await tell(moved, bare), [200, undefined]);
  assert.deepEqual(hinted, [[bot.id, hintOf.kuaidi100]]);
  assert(!logged.join("").includes(token));
});

test("an owner alone connects, and a secret that is none is refused with what to give instead", async (t) => {
  const { call } = await startCarriers(t);
  const body = { kind: "aftership", secret };
  for (const role of ["viewer", "editor"] as const) {
    assert.equal((await call(role, "POST /carriers", { body })).status, 403);
    assert.equal((await call(role, "DELETE /carriers/aftership")).status, 403);
  }
  const refused = async (body: object) => {
    const response = await call("owner", "POST /carriers", { body });
    return [response.status, (await json(response)).code];
  };
  assert.deepEqual(await refused({ kind: "aftership" }), [422, "no_secret"]);
  assert.deepEqual(await refused({ kind: "17track", secret: "  " }), [422, "no_secret"]);
  assert.deepEqual(await refused({ kind: "easypost", secret: "a\nb" }), [422, "bad_secret"]);
  assert.deepEqual(await refused({ kind: "easypost", secret: "x".repeat(501) }), [
    422,
    "bad_secret",
  ]);
  assert.deepEqual(await refused({ kind: "pigeon", secret }), [400, "invalid_request"]);
  assert.equal((await call("owner", "DELETE /carriers/pigeon")).status, 400);
});
