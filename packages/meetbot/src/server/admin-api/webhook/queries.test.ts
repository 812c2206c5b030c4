import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { sabotages } from "@meetbot/conformance/run/sabotages.fixture.ts";
import { account, secret } from "@meetbot/conformance/run/shop.fixture.ts";
import { signRequest } from "@meetbot/protocol";
import { fingerprintOf } from "../../../secrets/fingerprint.ts";
import { startWebhookServer } from "./webhook.fixture.ts";

const ofAccount = { kind: "orders_of_account", account };

test("one query is shown whole but for its signature: bytes, timeline, answer, findings, preview and code", async (t) => {
  const { as } = await startWebhookServer(t, sabotages["orders.totals"]);
  const call = await as("editor");
  const response = await call("POST", "~/queries", { trial: ofAccount });
  assert.equal(response.status, 200);
  const tried = await response.json();
  const { request, response: came, timings } = tried.exchange;
  const headers = Object.fromEntries(
    request.headers.map((one: { name: string; value: string }) => [
      one.name.toLowerCase(),
      one.value,
    ]),
  );
  const id = headers["webhook-id"];
  const timestampS = Number(headers["webhook-timestamp"]);
  const right = signRequest({ body: request.body, secret, id, timestampS });
  for (const name of ["x-hub-signature", "webhook-signature"] as const) {
    const [, prefix, value = ""] = /^(sha256=|v1,)(.+)$/.exec(right[name]) ?? [];
    assert.equal(headers[name], `${prefix}${value.slice(0, 8)}…`);
    assert(!JSON.stringify(tried).includes(value.slice(0, 12)), "the signature is cut everywhere");
  }
  assert.equal(Number(headers["content-length"]), request.bytes);
  assert.equal(JSON.parse(request.body).params.user_account, account);
  for (const { header, value } of tried.signatures) assert.equal(headers[header], value);
  assert.equal(tried.secret, fingerprintOf(secret));
  assert(timings.connect_ms >= 0 && timings.first_byte_ms > 0);
  assert.equal(JSON.parse(came.body).orders.length, 3);
  const broken = tried.findings.filter(({ status }: { status: string }) => status !== "pass");
  assert.deepEqual(
    broken.map(({ rule, pointer }: { rule: string; pointer: string }) => [rule, pointer]),
    [["orders.totals", "/orders/0/summary/total_cost"]],
  );
  assert.equal(tried.answer, "orders");
  assert.deepEqual(
    tried.preview.map(({ level }: { level: string }) => level),
    ["0", "1", "2"],
  );
  assert.match(JSON.stringify(tried.preview[2].entries.zh), /"kind":"orders"/);
  assert(!JSON.stringify(tried.code).includes(secret.slice(6)));
  assert(!JSON.stringify(tried).includes(secret.slice(6)));
});

test("an answer is previewed as Messenger sends it: an order in one message with its words", async (t) => {
  const { as } = await startWebhookServer(t);
  const call = await as("editor");
  const trial = { kind: "order", order_number: "MB7K2Q9XW4TP" };
  const tried = await (await call("POST", "~/queries", { trial })).json();
  const [words, order] = tried.preview[1].messenger.en;
  assert.deepEqual(words, { messages: [], notes: ["said_with_next"] });
  assert.match(
    order.messages[0].text,
    /^Your order \(.+\) has been shipped\.\n\nOrder MB7K2Q9XW4TP /,
  );
});

test("each kind of query can be sent, and what is not as described is refused", async (t) => {
  const { as } = await startWebhookServer(t);
  const call = await as("editor");
  const kinds: [object, string][] = [
    [{ kind: "test" }, "test"],
    [{ ...ofAccount, filter: "past", pagination: { page: 2, limit: 1 } }, "orders"],
    [{ kind: "order", order_number: "MB7K2Q9XW4TP" }, "orders"],
    [{ kind: "packages_of_order", order_number: "MB7K2Q9XW4TP" }, "packages"],
    [{ kind: "package", package_number: "PK7K2Q9XW4-1" }, "packages"],
    [{ kind: "unknown_account" }, "user_not_found"],
    [{ kind: "unknown_order" }, "order_not_found"],
    [{ kind: "unknown_package" }, "order_not_found"],
    [{ kind: "unsigned" }, "signature_refused"],
    [{ kind: "wrong_secret" }, "signature_refused"],
    [{ kind: "altered_body" }, "signature_refused"],
  ];
  for (const [trial, answer] of kinds) {
    const tried = await (await call("POST", "~/queries", { trial })).json();
    assert.equal(tried.answer, answer, JSON.stringify(trial));
    assert.deepEqual(
      tried.findings.filter(({ status }: { status: string }) => status !== "pass"),
      [],
    );
  }
  for (const trial of [{ kind: "order" }, { kind: "other" }, { ...ofAccount, filter: "all" }]) {
    assert.equal((await call("POST", "~/queries", { trial })).status, 400);
  }
  const viewer = await as("viewer");
  assert.equal((await viewer("POST", "~/queries", { trial: ofAccount })).status, 403);
});

test("a forged query says with what it was signed, and no customer would see anything of it", async (t) => {
  const { as } = await startWebhookServer(t);
  const call = await as("editor");
  const send = async (kind: string) =>
    (await call("POST", "~/queries", { trial: { kind } })).json();
  const wrong = await send("wrong_secret");
  assert.deepEqual(
    wrong.signatures.map(({ key }: { key: string }) => key),
    ["another_secret", "another_secret"],
  );
  assert.deepEqual(wrong.preview, []);
  assert.deepEqual((await send("unsigned")).signatures, []);
});

test("a pasted signature is told from each of the bot's secrets", async (t) => {
  const { as, store, botId } = await startWebhookServer(t);
  const call = await as("editor");
  const next = `whsec_${Buffer.alloc(32, 3).toString("base64")}`;
  const order = { kind: "signing", secret: next, overlapS: 60, force: false } as const;
  await store.bots.rotateSecret(botId, order);
  const body = '{"request":{}}';
  const of = async (key: string, extra: object = {}) => {
    const pasted = createHmac("sha256", key).update(body).digest("hex");
    const asked = { pasted, body, webhook_id: "test_1", webhook_timestamp: "1767225600", ...extra };
    return (await call("POST", "~/signature", asked)).json();
  };
  const right = await of(secret);
  assert.deepEqual([right.result, right.header], ["match", "x-hub-signature"]);
  assert.equal(right.secret, fingerprintOf(secret));
  assert.equal(right.body_bytes, body.length);
  const named = async (key: string, extra?: object) =>
    (await of(key, extra)).mistakes.map(({ id }: { id: string }) => id);
  assert.deepEqual(await named(next), ["next_secret"]);
  assert.deepEqual(await named(secret, { stage: "next" }), ["current_secret"]);
  assert.deepEqual(await named("whsec_aWRlbnRpdHkgc2VjcmV0"), ["identity_secret"]);
  await store.bots.rotateSecret(botId, { ...order, kind: "push", secret: "whsec_cHVzaA==" });
  assert.deepEqual(await named("whsec_cHVzaA=="), ["push_secret"]);
  const { result, mistakes } = await of("somebody else's");
  assert.deepEqual([result, mistakes], ["unknown", []]);
  assert.equal((await of(secret, { body: "x".repeat(20_000) })).status, 400);
});
