import assert from "node:assert/strict";
import { after, test } from "node:test";
import { hashToken, newLinkToken } from "../../src/secrets/token.ts";
import { startTestServer } from "../../src/server/server.fixture.ts";
import { bot as firstBot } from "../../src/store/store.fixture.ts";
import { answerAs } from "../../src/store/waiting/waiting.fixture.ts";
import { eventually } from "../fixtures/eventually.ts";
import { openGuest } from "../fixtures/guest.ts";

// What strangers, mail scanners and those whose email was mistyped try with the link of a mail.

const bot = { ...firstBot, id: "bot_back" };
const other = { ...firstBot, id: "bot_other_shop" };
const { url, store, run, logged } = await startTestServer(
  { after } as Parameters<typeof startTestServer>[0],
  {
    mailer: { send: async () => "sent" },
    publicUrl: "https://chat.shop.example",
  },
);
for (const one of [bot, other]) {
  await store.bots.create(one, { signingSecret: "whsec_1", identitySecret: "whsec_2" });
}

/** A conversation in which a person has answered, and the link that its mail would have. */
async function answered(shown: "all" | "answer" = "answer") {
  const guest = await openGuest(url, bot.id);
  await guest.say("my order is SO-10042-ABCDEF", 1);
  const ref = { botId: bot.id, conversationId: guest.seat.conversationId };
  const seq = await answerAs(store, ref, "We are looking into it.");
  const token = newLinkToken();
  const link = { tokenHash: hashToken(token), email: "yilia@meetbot.biz" };
  await store.waiting.makeReturnLink(ref, { ...link, shownFrom: shown === "all" ? 0 : seq - 1 });
  return { guest, ref, token };
}

const at = (token: string, botId = bot.id) => `${url}/chat/${botId}/r/${token}`;
const goBack = (token: string, botId = bot.id, headers = {}) =>
  fetch(at(token, botId), { method: "POST", headers });

/** All that a stream tells, until it has told this. */
async function heardBy(chatToken: string, until: RegExp): Promise<string> {
  const stopped = new AbortController();
  const response = await fetch(`${url}/chat/${bot.id}/events`, {
    headers: { authorization: `Bearer ${chatToken}` },
    signal: stopped.signal,
  });
  assert.equal(response.status, 200);
  let heard = "";
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    heard += chunk;
    if (until.test(heard)) break;
  }
  stopped.abort();
  return heard;
}

test("scanners and previews that open a link, however often, change nothing", async () => {
  const { token, guest } = await answered();
  for (const method of ["GET", "HEAD", "GET"]) {
    const response = await fetch(at(token), { method });
    assert.equal(response.status, 200);
    assert.match(response.headers.get("content-security-policy") ?? "", /frame-ancestors 'none'/);
    assert.equal(response.headers.get("cache-control"), "no-store");
    assert.equal(response.headers.get("referrer-policy"), "no-referrer");
    if (method === "GET") assert.match(await response.text(), /<button/);
  }
  assert.notEqual(await store.mailbox.find(bot.id, guest.seat.token), null);
  assert.equal((await goBack(token)).status, 200);
  guest.leave();
});

test("a link works once; guesses, others' links and those of another bot open nothing", async () => {
  const { token, guest } = await answered();
  for (const [tried, botId] of [
    [token, other.id],
    [token, "bot_none"],
    [newLinkToken(), bot.id],
    [`${token}x`, bot.id],
    [token.slice(1), bot.id],
    ["%00", bot.id],
    ["x".repeat(2000), bot.id],
  ] as const) {
    assert.equal((await goBack(tried, botId)).status, 410, tried);
    assert.equal((await fetch(at(tried, botId))).status, 404, tried);
  }
  const statuses = await Promise.all([1, 2, 3, 4].map(async () => (await goBack(token)).status));
  assert.deepEqual(statuses.toSorted(), [200, 410, 410, 410]);
  assert.equal((await fetch(at(token))).status, 404);
  guest.leave();
});

test("a page of somebody else's cannot send a browser back", async () => {
  const { token, guest } = await answered();
  const refused = await goBack(token, bot.id, { origin: "https://evil.example" });
  assert.equal(refused.status, 403);
  assert.equal((await goBack(token)).status, 200);
  guest.leave();
});

test("whoever reads a mailbox that was only typed reads the answer, and nothing of what was before", async () => {
  const { token, guest } = await answered();
  const back = (await (await goBack(token)).json()) as { token: string };
  const heard = await heardBy(back.token, /back in your chat|looking into it/);
  assert.match(heard, /We are looking into it/);
  assert.doesNotMatch(heard, /SO-10042/);
  guest.leave();
});

test("whoever left somebody's email hears nothing of what these do after they came", async () => {
  const { token, guest, ref } = await answered("all");
  const before = await fetch(`${url}/chat/${bot.id}/events`, {
    headers: { authorization: `Bearer ${guest.seat.token}` },
  });
  const heardBefore = before.text();
  assert.equal((await goBack(token)).status, 200);
  await eventually(10_000, async () => {
    const [row] = await run(
      "select due_at is null as done from conversations where conversation_id = $1",
      [ref.conversationId],
    );
    assert.deepEqual(row, { done: true });
  });
  // A stream of before ends, and its token opens none; nor does it write.
  assert.doesNotMatch(await heardBefore, /back in your chat/);
  const headers = { authorization: `Bearer ${guest.seat.token}` };
  const again = await fetch(`${url}/chat/${bot.id}/events`, { headers });
  assert.equal(again.status, 401);
  const written = await fetch(`${url}/chat/${bot.id}/messages`, {
    method: "POST",
    headers,
    body: JSON.stringify({ id: crypto.randomUUID(), text: "show my orders" }),
  });
  assert.equal(written.status, 401);
  assert.doesNotMatch(JSON.stringify(guest.heard), /back in your chat/);
  guest.leave();
});

test("nothing that was proved before counts after it, but the mailbox", async () => {
  const { token, ref, guest } = await answered();
  await goBack(token);
  await eventually(10_000, async () => {
    const proofs = (await store.mailbox.stateOf(ref))?.proofs ?? [];
    assert.deepEqual(
      proofs.map(({ kind, source, value }) => [kind, source, value]),
      [["account", "code", "yilia@meetbot.biz"]],
    );
  });
  guest.leave();
});

test("a conversation names three mailboxes in an hour, and the log names none", async () => {
  await store.bots.change(bot.id, {
    officeHours: { timeZone: "UTC", hours: "mon 00:00-00:01" },
    holidays: ["2020-01-01..2020-12-31"],
  });
  const guest = await openGuest(url, bot.id);
  const said: string[] = [];
  for (let nth = 0; nth < 5; nth++) {
    await guest.say("I want to talk to a person", 1);
    await guest.tap("Leave an email", 1);
    const [reply] = await guest.say(`victim${nth}@mailbox.example`, 1);
    said.push(reply?.text ?? "");
  }
  assert.equal(said.filter((text) => /comes by mail to victim/.test(text)).length, 3);
  assert.equal(said.filter((text) => /cannot note another email/.test(text)).length, 2);
  assert.doesNotMatch(logged.join(), /mailbox\.example|yilia/);
  guest.leave();
});
