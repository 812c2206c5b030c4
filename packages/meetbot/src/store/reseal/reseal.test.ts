import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { type TestContext, test } from "node:test";
import { emptyBook } from "@meetbot/model/answers/answer-book.ts";
import { destination } from "../../features/alerts/store/alerts.fixture.ts";
import { storeDevice, subscription } from "../../features/alerts/store/web-push.fixture.ts";
import {
  forgotten,
  openPush,
  type PushToKeep,
} from "../../features/customer-updates/store/accept-push.ts";
import { mailbox } from "../../features/handoff/store/bridges.fixture.ts";
import { botRootContext } from "../../platform/sealing/bot-lookups.ts";
import { fingerprintOf } from "../../secrets/fingerprint.ts";
import { type KeyRing, parseKeyRing, sealUnderMaster } from "../../secrets/key-ring.ts";
import { SealError } from "../../secrets/seal.ts";
import { newToken } from "../../secrets/token.ts";
import { connection, on } from "../outbox/connected.fixture.ts";
import {
  bot,
  conformanceRun,
  openConversation,
  openTestStore,
  refusedTest,
  textEvent,
  turnSaying,
} from "../store.fixture.ts";
import type { Store } from "../store.ts";
import { sealedTables } from "./sealed-tables.ts";

const [oldKey, newKey] = [newMasterKey(), newMasterKey()];
const oldRing = parseKeyRing(oldKey);
const bothOldFirst = parseKeyRing(`${oldKey},${newKey}`);
const bothNewFirst = parseKeyRing(`${newKey},${oldKey}`);
const newRing = parseKeyRing(newKey);
const account = "yilia@meetbot.biz";
const book = { ...emptyBook, taught: [{ text: "my parcel", meaning: "package" as const }] };

function newMasterKey(): string {
  return randomBytes(32).toString("base64");
}

const write = { caller: "op_1", key: "key_1", requestHash: randomBytes(32) };

const tracked = { trackingNumber: "1Z999", orderNumber: "SO-1" };

const pushed: PushToKeep = {
  id: "push_1",
  said: {
    ...{ method: "order.changed", orderNumber: "SO-1", packageNumber: null, account },
    ...{ status: "paid", snapshot: null },
  },
  ...{ bodyHash: randomBytes(32), occurredAt: new Date(), newsUntil: new Date(), expiresAt: null },
  isOld: false,
};

const connectedShop = {
  ...{ name: "vendure", shop: "Lanterns", notes: [] },
  config: { url: "https://lanterns.example", apiKey: "key of the shop" },
  secretFields: ["apiKey"],
};

/** A push as it opens; telling it needs nothing else of it. */
async function openKept(
  run: Awaited<ReturnType<typeof openTestStore>>["run"],
  ring: KeyRing,
): Promise<unknown> {
  const [{ keyId, sealed }] = await run(`select key_id as "keyId", sealed from pushes`);
  return openPush(ring, { botId: bot.id, pushId: pushed.id, keyId, sealed });
}

/** A database in which everything there is was sealed under the old key. */
async function openSealed(t: TestContext, keyRing: KeyRing = bothOldFirst) {
  const parts = await openTestStore(t, { keyRing });
  const { store, run } = parts;
  const order = { kind: "signing", secret: "next", overlapS: 3600, force: false } as const;
  await store.bots.rotateSecret(bot.id, order);
  const secretFingerprint = fingerprintOf("next");
  await store.bots.recordTest(bot.id, { url: bot.endpoint, secretFingerprint, test: refusedTest });
  await store.idempotency.begin(write);
  await store.idempotency.finish(write, { status: 201, contentType: "text/plain", body: "done" });
  await store.runs.keep(bot.id, conformanceRun);
  await store.channels.links.connect(bot.id, connection);
  await store.answers.save(bot.id, { after: 0, book, what: "taught", topic: null });
  await store.alerts.destinations.add(bot.id, destination);
  await store.webPush.keys();
  await store.ways.keysOf(bot.id);
  const { ada, deviceId } = await storeDevice(store, run);
  await store.bridges.settings.set(bot.id, mailbox);
  await store.carriers.connect(bot.id, { kind: "easypost", secret: "carrier", hookToken: "hook" });
  await store.bots.create({ ...bot, id: "bot_2" }, { signingSecret: "s", identitySecret: "i" });
  const root = sealUnderMaster(keyRing, randomBytes(32), botRootContext("bot_2"));
  const rootText = "insert into bot_lookup_roots (bot_id, key_id, sealed) values ('bot_2', $1, $2)";
  await run(rootText, [root.keyId, root.sealed]);
  await store.connections.connect("bot_2", connectedShop);
  await store.pushes.accept(bot.id, pushed);
  await store.trackedOrders.recordPushed(bot.id, [tracked]);
  const token = newToken();
  const ref = await openConversation(store, { token, first: textEvent("first", "where is it?") });
  return { ...parts, token, ref, pushes: { operatorId: ada.id, deviceId } };
}

/**
 * The roots of lookups, of the database and of a bot, five secrets, where alerts go, by what and where browsers are pushed to (customers' too), a desk,
 * a carrier, a connected shop, a test, the shop's answers, a push, the answer to a write, a run, a link's secrets, and a conversation's
 * key.
 */
const sealedValues = 22;

/** Reads all that is sealed, on a node that remembers nothing. */
async function readAll(
  store: Store,
  { token, pushes }: Pick<Awaited<ReturnType<typeof openSealed>>, "token" | "pushes">,
) {
  const ref = await store.mailbox.find(bot.id, token);
  const messages = await store.mailbox.messagesAfter(ref!, 0, 10);
  return {
    messages: messages.length,
    secrets: (await store.bots.secretsOf(bot.id))?.signingSecrets,
    tests: (await store.bots.testsOf(bot.id)).length,
    write: await store.idempotency.begin(write),
    runs: (await store.runs.find(bot.id, "run_1"))?.result,
    token: (await store.channels.links.find(on))?.secrets.token,
    book: (await store.answers.newest(bot.id))?.book,
    alerts: await store.alerts.destinations.secretsOf(bot.id, destination.id),
    pushes: await store.webPush.devices.subscriptionOf(pushes.operatorId, pushes.deviceId),
    signsPushes: (await store.webPush.keys()).jwk.kty,
    desk: (await store.bridges.settings.reach(bot.id))?.secrets,
    carrier: await store.carriers.reach(bot.id, "hook"),
    shop: (await store.connections.open("bot_2"))?.config,
    tracked: await store.trackedOrders.orderOf(bot.id, tracked.trackingNumber),
  };
}

const all = {
  messages: 1,
  secrets: ["whsec_signing", "next"],
  tests: 1,
  write: { status: 201, contentType: "text/plain", body: "done" },
  runs: conformanceRun.result,
  token: connection.secrets.token,
  book,
  alerts: destination.secrets,
  pushes: subscription,
  signsPushes: "EC",
  desk: mailbox.secrets,
  carrier: { kind: "easypost", secret: "carrier" },
  shop: connectedShop.config,
  tracked: tracked.orderNumber,
};

async function resealAll(store: Store): Promise<number> {
  let resealed = 0;
  for (let n = await store.resealBatch(); n > 0; n = await store.resealBatch()) resealed += n;
  return resealed;
}

test("whatever was sealed under the old key is under the new one, beside nodes that know both", async (t) => {
  const { openAgain, run, token, pushes } = await openSealed(t);
  const running = await openAgain({ keyRing: bothOldFirst });
  const resealing = await openAgain({ keyRing: bothNewFirst });
  assert.deepEqual(resealing.keyIds, [newRing[0].id, oldRing[0].id]);
  assert.deepEqual(await resealing.keyUse(), [{ keyId: oldRing[0].id, sealed: sealedValues }]);

  assert.equal(await resealAll(resealing), sealedValues);

  assert.deepEqual(await resealing.keyUse(), [{ keyId: newRing[0].id, sealed: sealedValues }]);
  assert.deepEqual(await readAll(running, { token, pushes }), all);
  assert.deepEqual(await readAll(await openAgain({ keyRing: newRing }), { token, pushes }), all);
  await assert.rejects(openAgain({ keyRing: oldRing }), { code: "seal_key_unknown" });
  // A push without a recipient keeps only its method.
  assert.deepEqual(await openKept(run, newRing), forgotten(pushed.said));
  for (const { name } of sealedTables) {
    assert((await run(`select from ${name}`)).length > 0, `${name} is empty`);
  }
});

/** Nobody waits for these as long as two keys live. */
const goneInSeconds = ["listened_queries"];

test("every column that names a master key is among what is sealed anew", async (t) => {
  const { run } = await openTestStore(t);
  const rows = await run(`
    select table_name from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and column_name = 'key_id' and table_type = 'BASE TABLE'`);
  assert.deepEqual(
    rows.map(({ table_name }) => table_name).sort(),
    [...sealedTables.map(({ name }) => name), ...goneInSeconds].sort(),
  );
});

test("a reseal that was cut off goes on, and a turn in between is not disturbed", async (t) => {
  const { store, openAgain, run, token, pushes, ref } = await openSealed(t, bothOldFirst);
  await Promise.all(
    Array.from({ length: 250 }, (_, n) => openConversation(store, { conversationId: `c${n}` })),
  );
  const first = await openAgain({ keyRing: bothNewFirst });
  for (let n = 0; n < sealedTables.length; n++) await first.resealBatch();
  const [{ count }] = await run("select count(*)::int from conversations where key_id = $1", [
    oldRing[0].id,
  ]);
  assert.equal(count, 151);

  const lease = await store.mailbox.take(ref);
  const second = await openAgain({ keyRing: bothNewFirst });
  assert.equal(await resealAll(second), 151);
  assert.equal(await store.mailbox.renew(lease!), true);
  assert.deepEqual(await readAll(await openAgain({ keyRing: newRing }), { token, pushes }), all);
});

test("a row that somebody holds is waited for, and sealed anew as they left it", async (t) => {
  const { openAgain, run, operator, isBlocked } = await openSealed(t);
  const resealing = await openAgain({ keyRing: bothNewFirst });
  await operator(async (holder) => {
    await holder.query("begin; update conversations set channel = 'other'");
    const resealed = resealAll(resealing);
    await Promise.race([resealed, isBlocked(1)]);
    await holder.query("commit");
    assert.equal(await resealed, sealedValues);
  });
  const [{ channel, key_id }] = await run("select channel, key_id from conversations");
  assert.deepEqual([channel, key_id], ["other", newRing[0].id]);
});

test("a value that does not open stops it, and is named", async (t) => {
  const { openAgain, run } = await openSealed(t);
  await run("update conversations set sealed_key = '\\x01'");
  const resealing = await openAgain({ keyRing: bothNewFirst });
  await assert.rejects(
    resealAll(resealing),
    (error: unknown) =>
      error instanceof SealError && /in conversations, .*conversation_1/.test(error.message),
  );
});

test("a node without a key that is still needed does not start, wherever it is needed", async (t) => {
  const { openAgain, run } = await openSealed(t);
  await resealAll(await openAgain({ keyRing: bothNewFirst }));
  for (const { name } of sealedTables) {
    await run(`update ${name} set key_id = $1`, [oldRing[0].id]);
    await assert.rejects(
      openAgain({ keyRing: newRing }),
      (error: unknown) => error instanceof SealError && error.message.includes(oldRing[0].id),
      name,
    );
    await run(`update ${name} set key_id = $1`, [newRing[0].id]);
  }
  await openAgain({ keyRing: newRing });
});

test("another master key changes no lookup: limits, codes and accounts", async (t) => {
  const { store, openAgain, ref } = await openSealed(t);
  const attempt = {
    limit: "network_misses",
    subject: "n",
    item: "i",
    max: 1,
    windowS: 60,
  } as const;
  await store.limits.note(bot.id, [attempt]);
  const lease = await store.mailbox.take(ref);
  await store.mailbox.commitTurn(lease!, { ...turnSaying("Hello"), accounts: [account] });

  await resealAll(await openAgain({ keyRing: bothNewFirst }));
  const after = await openAgain({ keyRing: newRing });

  assert.deepEqual(after.codeKey("123456"), store.codeKey("123456"));
  assert.deepEqual(
    (await after.limits.count(bot.id, [{ ...attempt, item: "other" }])).map(({ limit }) => limit),
    [attempt.limit],
  );
  assert.equal(await after.forgetCustomer(account), 1);
});

test("a newer key is refused while a node runs that does not know it, and nothing is sealed under it", async (t) => {
  const { store, openAgain, token, pushes } = await openSealed(t, oldRing);
  await assert.rejects(openAgain({ keyRing: bothNewFirst }), { code: "node_behind" });
  await openAgain({ keyRing: bothOldFirst });
  assert.deepEqual(await readAll(await openAgain({ keyRing: oldRing }), { token, pushes }), all);
  assert.deepEqual(
    new Set((await store.keyUse()).map(({ keyId }) => keyId)),
    new Set([oldRing[0].id]),
  );
});
