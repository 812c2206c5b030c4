import assert from "node:assert/strict";
import { test } from "node:test";
import { fingerprintOf } from "../../secrets/fingerprint.ts";
import { bot, openTestStore, refusedTest } from "../store.fixture.ts";

const order = { kind: "signing", secret: "b", overlapS: 3600, force: false } as const;
const b = fingerprintOf("b");
const first = fingerprintOf("whsec_signing");

test("each change stands in the audit, newest first, with who made it and without a secret", async (t) => {
  const { store, run } = await openTestStore(t);
  const bots = store.bots.as("somebody");
  await bots.rotateSecret(bot.id, order);
  const tested = { url: bot.endpoint, secretFingerprint: b };
  await bots.recordTest(bot.id, { ...tested, test: refusedTest });
  await bots.promoteSecret(bot.id, { tested });
  await bots.revokeSecret(bot.id, { kind: "signing", stage: "previous", replacement: "unused" });
  const endpoint = "https://other.example/";
  await bots.change(bot.id, { endpoint, policy: "code", name: "Other" });

  const entries = await bots.auditOf(bot.id, 10);

  assert.deepEqual(
    entries.map(({ actor, action, detail }) => [actor, action, detail]),
    [
      ["somebody", "settings_changed", { from: { name: bot.name }, to: { name: "Other" } }],
      [
        "somebody",
        "policy_changed",
        {
          from: { policy: "ladder", number_alone: "auto" },
          to: { policy: "code", number_alone: "auto" },
        },
      ],
      ["somebody", "endpoint_changed", { from: bot.endpoint, to: endpoint }],
      [
        "somebody",
        "secret_revoked",
        { kind: "signing", stage: "previous", ended: [first], current: "unchanged" },
      ],
      ["somebody", "secret_promoted", { secret: b, overlap_s: 3600, tested: true }],
      [
        "somebody",
        "endpoint_tested",
        { url: bot.endpoint, secret: b, echoed: false, verifies: "unknown" },
      ],
      ["somebody", "secret_rotated", { kind: "signing", secret: b, overlap_s: 3600, replaced: [] }],
      [
        "command line",
        "bot_created",
        {
          endpoint: bot.endpoint,
          policy: "ladder",
          number_alone: "auto",
          signing_secret: first,
          identity_secret: fingerprintOf("identity"),
        },
      ],
    ],
  );
  assert.deepEqual(await bots.auditOf(bot.id, 1), entries.slice(0, 1));
  const [{ now }] = await run("select now()");
  const times = entries.map(({ at }) => at.getTime());
  assert.deepEqual(times, times.toSorted().toReversed());
  assert(times[0]! <= now.getTime());
});

test("what changed nothing of this, or was refused, leaves no entry", async (t) => {
  const { store } = await openTestStore(t);
  const { bots } = store;
  await bots.rotateSecret(bot.id, order);
  const before = await bots.auditOf(bot.id, 10);
  await bots.change(bot.id, { name: bot.name, endpoint: bot.endpoint, menu: [...bot.menu] });
  await bots.rotateSecret(bot.id, order);
  await bots.revokeSecret(bot.id, { kind: "signing", stage: "previous", replacement: "unused" });
  const tested = { url: "https://other.example/", secretFingerprint: b };
  await bots.promoteSecret(bot.id, { tested });
  assert.deepEqual(await bots.auditOf(bot.id, 10), before);
  assert.deepEqual(await bots.auditOf("bot_none", 10), []);
  assert.deepEqual(await bots.auditOf("\0", 10), []);
});

test("a change whose entry cannot be written is not made, and entries go with their bot", async (t) => {
  const { store, run } = await openTestStore(t);
  await run("alter table audit add constraint broken check (action = 'bot_created') not valid");
  await assert.rejects(store.bots.rotateSecret(bot.id, order));
  await assert.rejects(store.bots.change(bot.id, { policy: "off" }));
  assert.deepEqual((await store.bots.secretsOf(bot.id))?.signingSecrets, ["whsec_signing"]);
  assert.equal((await store.bots.find(bot.id))?.policy, "ladder");
  await run("delete from bots");
  assert.deepEqual(await run("select * from audit"), []);
});

test("changes are read page by page, all or those of one action", async (t) => {
  const { store } = await openTestStore(t);
  for (const name of ["A", "B", "C"]) await store.bots.change(bot.id, { name });
  const newest = await store.bots.auditPage(bot.id, { limit: 2 });
  const rest = await store.bots.auditPage(bot.id, { limit: 9, before: newest.at(-1)!.entry });
  const named = [...newest, ...rest].map(({ detail }) => (detail.to as { name: string })?.name);
  assert.deepEqual(named, ["C", "B", "A", undefined]);
  const created = await store.bots.auditPage(bot.id, { limit: 9, action: "bot_created" });
  assert.deepEqual(created, rest.slice(-1));
  assert.deepEqual(await store.bots.auditPage("\0", { limit: 9 }), []);
});
