import assert from "node:assert/strict";
import { test } from "node:test";
import { hashToken, newLinkToken, newToken } from "../../secrets/token.ts";
import { bot, openConversation, openTestStore } from "../store.fixture.ts";
import { takeTurnWith } from "./waiting.fixture.ts";

async function withLink(t: Parameters<typeof openTestStore>[0], shownFrom = 0) {
  const opened = await openTestStore(t);
  const { store } = opened;
  const chatToken = newToken();
  const ref = await openConversation(store, { token: chatToken });
  await takeTurnWith(store, ref, {});
  const token = newLinkToken();
  const link = { tokenHash: hashToken(token), email: "yilia@meetbot.biz", shownFrom };
  assert(await store.waiting.makeReturnLink(ref, link));
  return { ...opened, ref, token, chatToken };
}

test("a link goes back once: whoever comes has the conversation, and the token before opens it no longer", async (t) => {
  const { store, ref, token, chatToken } = await withLink(t, 2);
  assert.equal(await store.waiting.isReturnLink(bot.id, token), true);
  const returned = await store.waiting.useReturnLink(bot.id, token);
  assert.partialDeepStrictEqual(returned, ref);
  assert.equal(await store.mailbox.find(bot.id, chatToken), null);
  const found = await store.mailbox.find(bot.id, returned?.token ?? "");
  assert.deepEqual(found, { ...ref, shownFrom: 2, returnedSeq: 3, lastSeq: 3 });

  assert.equal(await store.waiting.isReturnLink(bot.id, token), false);
  assert.equal(await store.waiting.useReturnLink(bot.id, token), null);
  const lease = await store.mailbox.take(ref);
  assert.deepEqual(lease?.event.content, { kind: "returned", account: "yilia@meetbot.biz" });
});

test("of many at once one comes back", async (t) => {
  const { store, token, run } = await withLink(t);
  const tries = Array.from({ length: 8 }, () => store.waiting.useReturnLink(bot.id, token));
  const returned = (await Promise.all(tries)).filter(Boolean);
  assert.equal(returned.length, 1);
  const events = await run("select from messages where dedupe_key like 'returned-%'");
  assert.equal(events.length, 1);
});

test("with one link all others of the conversation end; after seven days, each by itself", async (t) => {
  const { store, ref, token, run } = await withLink(t);
  const other = newLinkToken();
  const link = { tokenHash: hashToken(other), email: "ada@shop.example", shownFrom: 0 };
  await store.waiting.makeReturnLink(ref, link);
  await run("update return_links set expires_at = now() where token_hash = $1", [hashToken(other)]);
  assert.equal(await store.waiting.useReturnLink(bot.id, other), null);
  const [row] = await run(
    "select round(extract(epoch from max(expires_at) - now()) / 3600)::integer as hours from return_links",
  );
  assert.deepEqual(row, { hours: 7 * 24 });
  await run("update return_links set expires_at = now() + interval '1 day'");
  assert(await store.waiting.useReturnLink(bot.id, token));
  assert.equal(await store.waiting.useReturnLink(bot.id, other), null);
});

test("another bot's link, a guess, a longer one and none at all open nothing", async (t) => {
  const { store, token } = await withLink(t);
  await store.bots.create({ ...bot, id: "bot_2" }, { signingSecret: "a", identitySecret: "b" });
  for (const [botId, tried] of [
    ["bot_2", token],
    [bot.id, newLinkToken()],
    [bot.id, token.slice(0, -1)],
    [bot.id, `${token}=`],
    [bot.id, "x".repeat(100_000)],
    [bot.id, ""],
    ["bot\0", token],
  ] as const) {
    assert.equal(await store.waiting.isReturnLink(botId, tried), false);
    assert.equal(await store.waiting.useReturnLink(botId, tried), null);
  }
  assert.equal(await store.waiting.isReturnLink(bot.id, token), true);
});

test("what is stored of a link opens nothing, and goes with its conversation", async (t) => {
  const { store, token, run } = await withLink(t);
  const [row] = await run("select token_hash, sealed from return_links");
  const { token_hash: hash, sealed } = row as { token_hash: Buffer; sealed: Buffer };
  assert.notEqual(hash.toString("base64url"), token);
  assert.doesNotMatch(sealed.toString("latin1"), /yilia/);
  await run("update conversations set active_at = now() - interval '30 days'");
  await store.forgetExpired();
  assert.deepEqual(await run("select from return_links"), []);
});

test("whoever comes back ends what somebody else left to be written to", async (t) => {
  const { store, ref, token } = await withLink(t);
  await store.mailbox.enqueue(ref, { dedupeKey: "2", content: { kind: "text", text: "hi" } });
  await takeTurnWith(store, ref, { leftEmail: "somebody@else.example" });
  await store.waiting.useReturnLink(bot.id, token);
  assert.equal(await store.waiting.leftEmailOf(ref), null);
});
