import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Role } from "@meetbot/model/operator.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { newSecret, signIdentity } from "@meetbot/sdk";
import { eventually } from "../../../../test/fixtures/eventually.ts";
import { startHubMerchant } from "../../../../test/fixtures/hub-merchant.ts";
import { fingerprintOf } from "../../../secrets/fingerprint.ts";
import { bot } from "../../../store/store.fixture.ts";
import { json, startAdminServer } from "../call-admin.fixture.ts";

const hourS = 3600;

/** A bot whose merchant knows one secret at a time, and the routes of its keys. */
async function startKeys(t: TestContext) {
  const merchant = await startHubMerchant({ after: (end) => t.after(end) });
  const server = await startAdminServer(t, { outboundAllow: () => parseAllowList(["127.0.0.1"]) });
  await server.store.bots.delete(bot.id);
  const [signingSecret, identitySecret] = [newSecret(), newSecret()];
  const own = { ...bot, endpoint: merchant.endpoint };
  await server.store.bots.as("ada").create(own, { signingSecret, identitySecret });
  merchant.secret = signingSecret;
  merchant.isCareful = true;
  const post = async (path: string, body: object = {}, role: Role = "owner") => {
    const response = await server.call(role, `POST /keys/${path}`, { body });
    return { status: response.status, said: await json(response) };
  };
  const list = async (role: Role = "owner") => json(await server.call(role, "GET /keys"));
  return { ...server, merchant, signingSecret, identitySecret, post, list };
}

test("keys are listed by stage and fingerprint, with who made them, and never told", async (t) => {
  const { list, signingSecret, identitySecret } = await startKeys(t);
  const { now, endpoint, secrets } = await list("viewer");
  assert(Math.abs(Date.parse(now) - Date.now()) < 60_000);
  assert.match(endpoint, /^http:\/\/127\.0\.0\.1/);
  const begun = { created_by: "ada", ends_at: null, overlap_s: null };
  const unseen = { last_used_at: null, last_test: null };
  assert.partialDeepStrictEqual(secrets, [
    { kind: "signing", stage: "current", fingerprint: fingerprintOf(signingSecret), ...begun },
    { kind: "identity", stage: "current", fingerprint: fingerprintOf(identitySecret), ...unseen },
  ]);
  const told = JSON.stringify(secrets);
  assert(!told.includes(signingSecret.slice(6, 16)) && !told.includes("whsec_"));
});

test("a signing secret is rotated, tested, promoted, and the one before ends", async (t) => {
  const { list, post, merchant, signingSecret, store } = await startKeys(t);
  const rotated = await post("signing/rotate", { overlap_s: 2 * hourS });
  assert.equal(rotated.status, 201);
  const { secret, fingerprint, stage } = rotated.said;
  assert.deepEqual([stage, fingerprint], ["next", fingerprintOf(secret)]);
  const [, next] = (await list()).secrets;
  assert.partialDeepStrictEqual(next, {
    stage: "next",
    fingerprint,
    overlap_s: 2 * hourS,
    created_by: "owner@shop.example",
  });

  const refused = await post("signing/promote");
  assert.deepEqual([refused.status, refused.said.code], [409, "next_secret_refused"]);
  assert.match(refused.said.detail, /HTTP 401.*no hurry/);
  const tried = (await list()).secrets[1].last_test;
  assert.deepEqual([tried.echoed, tried.by], [false, "owner@shop.example"]);

  merchant.secret = secret;
  const { status, said } = await post("signing/promote");
  assert.equal(status, 200);
  assert.partialDeepStrictEqual(said, { fingerprint, test: { echoed: true, verifies: "fully" } });
  const leftS = (Date.parse(said.previous_ends_at) - Date.now()) / 1000;
  assert(leftS > 2 * hourS - 120 && leftS < 2 * hourS + 120, `${leftS}`);
  const { secrets } = await list();
  assert.partialDeepStrictEqual(secrets[1], {
    stage: "previous",
    fingerprint: fingerprintOf(signingSecret),
    ends_at: said.previous_ends_at,
  });

  const ended = await post("signing/revoke", { stage: "previous" });
  assert.deepEqual(ended.said, {
    ended: [fingerprintOf(signingSecret)],
    current: "unchanged",
    replacement: null,
  });
  const audit = await store.bots.auditOf(bot.id, 10);
  const secretChanges = audit.filter(({ action }) => action.startsWith("secret_"));
  assert.deepEqual(
    secretChanges.map(({ action, actor }) => `${action} ${actor}`),
    ["revoked", "promoted", "rotated"].map((what) => `secret_${what} owner@shop.example`),
  );
});

test("a rotation inside another is refused with the ways out, unless it is forced", async (t) => {
  const { post } = await startKeys(t);
  const first = await post("signing/rotate");
  const waits = await post("signing/rotate");
  assert.deepEqual([waits.status, waits.said.code], [409, "next_secret_waits"]);
  assert.match(waits.said.detail, /force/);
  const forced = await post("signing/rotate", { force: true });
  assert.deepEqual(forced.said.ended, [first.said.fingerprint]);
  await post("signing/promote", { untested: true });
  const valid = await post("signing/rotate");
  assert.deepEqual([valid.status, valid.said.code], [409, "previous_secret_valid"]);
  assert.equal((await post("signing/promote")).said.code, "no_next_secret");
});

test("an overlap is 0 to 7 days, in whole seconds", async (t) => {
  const { post } = await startKeys(t);
  for (const overlap_s of [-1, 0.5, 7 * 24 * hourS + 1, "24h"]) {
    const { status, said } = await post("signing/rotate", { overlap_s });
    assert.deepEqual([status, said.code], [400, "invalid_request"], String(overlap_s));
  }
  assert.equal((await post("signing/rotate", { overlap_s: 7 * 24 * hourS })).status, 201);
  const { said } = await post("signing/promote", { untested: true, overlap_s: 0 });
  assert(Date.parse(said.previous_ends_at) <= Date.now() + 60_000);
});

test("an identity secret is valid at once, and the one before for its overlap", async (t) => {
  const { post, store, identitySecret } = await startKeys(t);
  const { status, said } = await post("identity/rotate", { overlap_s: hourS });
  assert.deepEqual([status, said.stage], [201, "current"]);
  assert(Date.parse(said.previous_ends_at) > Date.now() + hourS * 900);
  const { identitySecrets } = (await store.bots.secretsOf(bot.id)) ?? {};
  assert.deepEqual(identitySecrets, [said.secret, identitySecret]);
  const again = await post("identity/rotate");
  assert.equal(again.said.code, "previous_secret_valid");
});

test("the first push secret is made when it is wanted, and the next one is valid at once", async (t) => {
  const { post, list, store } = await startKeys(t);
  const pushes = () => store.bots.pushSecrets(bot.id);
  assert.equal((await list()).push_fingerprint, null);
  assert.equal((await post("push/revoke", { stage: "current" })).said.code, "no_such_secret");
  assert.equal((await post("push/rotate", {}, "editor")).said.code, "role_too_low");
  const first = await post("push/rotate");
  assert.partialDeepStrictEqual(first, {
    status: 201,
    said: { kind: "push", stage: "current", previous_ends_at: null, ended: [] },
  });
  assert.deepEqual(await pushes(), [first.said.secret]);

  const second = (await post("push/rotate", { overlap_s: hourS })).said;
  assert(Date.parse(second.previous_ends_at) > Date.now() + hourS * 900);
  assert.deepEqual(await pushes(), [second.secret, first.said.secret]);
  await store.usage.note(bot.id, { kind: "push", name: first.said.fingerprint });
  const { secrets, push_fingerprint } = await list("viewer");
  assert.equal(push_fingerprint, second.fingerprint);
  const [current, previous] = secrets.filter(({ kind }: { kind: string }) => kind === "push");
  assert.partialDeepStrictEqual(current, { stage: "current", last_used_at: null, last_test: null });
  assert.partialDeepStrictEqual(previous, { stage: "previous", created_by: "owner@shop.example" });
  assert(previous.last_used_at);
  assert.equal((await post("push/rotate")).said.code, "previous_secret_valid");
  assert.equal((await post("push/promote")).status, 404);

  await post("push/revoke", { stage: "previous" });
  assert.deepEqual(await pushes(), [second.secret]);
  const revoked = (await post("push/revoke", { stage: "current" })).said;
  assert.deepEqual(await pushes(), [revoked.replacement.secret]);
});

test("a current secret that is revoked is replaced, by the next one or one shown this once", async (t) => {
  const { post, store, signingSecret } = await startKeys(t);
  const { said } = await post("signing/revoke", { stage: "current" });
  assert.equal(said.current, "replacement");
  assert.deepEqual(said.replacement.ended, [fingerprintOf(signingSecret)]);
  const signs = async () => (await store.bots.secretsOf(bot.id))?.signingSecrets;
  assert.deepEqual(await signs(), [said.replacement.secret]);

  const next = (await post("signing/rotate")).said;
  const second = (await post("signing/revoke", { stage: "current" })).said;
  assert.deepEqual([second.current, second.replacement], ["next", null]);
  assert.deepEqual(await signs(), [next.secret]);
});

test("only the secret that is meant is revoked", async (t) => {
  const { post, list, signingSecret } = await startKeys(t);
  await post("signing/rotate");
  const { fingerprint } = (await list()).secrets[1];
  const other = { stage: "next", fingerprint: fingerprintOf(signingSecret) };
  const refused = await post("signing/revoke", other);
  assert.deepEqual([refused.status, refused.said.code], [409, "no_such_secret"]);
  assert.equal((await post("signing/revoke", { stage: "next", fingerprint })).status, 200);
  assert.equal((await post("signing/revoke", { stage: "next" })).said.code, "no_such_secret");
  assert.equal((await list()).secrets.length, 2);
});

test("whoever signed in more than a quarter of an hour ago signs in again first", async (t) => {
  const { post, list, run } = await startKeys(t);
  await post("signing/rotate");
  const { secrets } = await list();
  await run("update operator_sessions set created_at = now() - interval '16 minutes'");
  const writes = [
    ["signing/rotate", { force: true }],
    ["signing/promote", { untested: true }],
    ["signing/revoke", { stage: "current" }],
    ["identity/rotate", {}],
    ["push/rotate", {}],
  ] as const;
  for (const [path, body] of writes) {
    const { status, said } = await post(path, body);
    assert.deepEqual([status, said.code], [403, "reauthentication_required"], path);
  }
  assert.deepEqual((await list()).secrets, secrets);
});

test("owners alone write, and a write that is sent again answers the same secret", async (t) => {
  const { post, call, store } = await startKeys(t);
  for (const role of ["viewer", "editor"] as const) {
    assert.equal((await post("signing/rotate", {}, role)).said.code, "role_too_low");
  }
  const twice = { body: {}, headers: { "Idempotency-Key": "rotate-once" } };
  const first = await json(await call("owner", "POST /keys/signing/rotate", twice));
  const again = await json(await call("owner", "POST /keys/signing/rotate", twice));
  assert.deepEqual(again, first);
  assert.equal(await store.bots.signingSecretAt(bot.id, "next"), first.secret);
});

test("a key is last used when the webhook or a shopper's page was let in with it", async (t) => {
  const { url, list, identitySecret } = await startKeys(t);
  const identity = signIdentity({ identitySecret, botId: bot.id, account: "yilia@meetbot.biz" });
  const send = (path: string, body: object, token?: string) =>
    fetch(`${url}/chat/${bot.id}${path}`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
  const { token } = await json(await send("/conversations", { identity }));
  const text = "where is order 12345678902?";
  await send("/messages", { id: "5d1c1a52-3a51-4c35-9c83-e0e5a0b6c4a1", text }, token);
  await eventually(15_000, async () => {
    const [signing, vouching] = (await list()).secrets;
    assert.ok(signing.last_used_at && vouching.last_used_at);
  });
});
