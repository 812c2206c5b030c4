import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Mail } from "@meetbot/model/mail.ts";
import { newSecret, signIdentity } from "@meetbot/sdk";
import { newToken } from "../../src/secrets/token.ts";
import { startTestServer } from "../../src/server/server.fixture.ts";
import { bot as firstBot, state, textEvent, turnSaying } from "../../src/store/store.fixture.ts";
import { type Guest, openGuest } from "../fixtures/guest.ts";

// What strangers and curious customers try with what stands beside writing: whether an answer helped, and the
// mail with the conversation.

const bot = { ...firstBot, id: "bot_thumbs" };
const other = { ...firstBot, id: "bot_other_shop" };
const identitySecret = newSecret();
const mails: Mail[] = [];
const { url, store, run } = await startTestServer(
  { after } as Parameters<typeof startTestServer>[0],
  {
    mailer: {
      async send(mail) {
        mails.push(mail);
        return "sent";
      },
    },
  },
);
for (const one of [bot, other])
  await store.bots.create(one, { signingSecret: newSecret(), identitySecret });

const identityOf = (account: string) => signIdentity({ identitySecret, botId: bot.id, account });
let accounts = 0;
/** A conversation with its welcome, which is message 2, of a shopper who has no other. */
async function newGuest(): Promise<Guest> {
  accounts += 1;
  const guest = await openGuest(url, bot.id, { identity: identityOf(`s${accounts}@shop.example`) });
  guest.leave();
  return guest;
}

async function ask(route: string, token: string, body?: string, botId = bot.id) {
  const response = await fetch(`${url}/chat/${botId}/${route}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    ...(body !== undefined && { body }),
  });
  const answer = (await response.json()) as { error?: { code: string } };
  return [response.status, answer.error?.code];
}

const thumb = (value: unknown, seq: unknown = 2) => JSON.stringify({ message_id: seq, value });
const stored = () => run("select conversation_id, seq, value from feedback order by 1, 2");
const counts = (id = bot.id) => store.feedback.feedbackCounts(id, new Date(0), new Date("2100"));

test("a token says what is thought of its own conversation's answers, and is nothing to another bot's", async () => {
  const [mine, theirs] = [await newGuest(), await newGuest()];
  assert.deepEqual(await ask("feedback", theirs.seat.token, thumb("up")), [200, undefined]);
  assert.deepEqual(await ask("feedback", mine.seat.token, thumb("down")), [200, undefined]);
  assert.deepEqual(
    (await stored()).filter(({ conversation_id: id }) => id === theirs.seat.conversationId),
    [{ conversation_id: theirs.seat.conversationId, seq: 2, value: "up" }],
  );
  for (const route of ["feedback", "transcript"]) {
    const refused = await ask(route, mine.seat.token, thumb("up"), other.id);
    assert.deepEqual(refused, [401, "invalid_token"]);
  }
  assert.deepEqual(await counts(other.id), { up: 0, down: 0 });
  assert.deepEqual(mails, []);
});

test("a body that is too long, too deep or made to change other objects does nothing", async () => {
  const { seat } = await newGuest();
  const before = await stored();
  const bodies: [body: string, status: number][] = [
    [`{"value":"up","x":"${"x".repeat(65 * 1024)}"}`, 413],
    ["[".repeat(30_000), 400],
    ['{"__proto__":{"value":"up"}}', 400],
    ['{"value":["up"]}', 400],
    [thumb("up", "2"), 400],
    [thumb("up", { valueOf: 2 }), 400],
    [thumb("up", -2), 400],
    [`{"value":"up","message_id":${"9".repeat(400)}}`, 400],
    [thumb("up", 2_147_483_647), 404],
  ];
  for (const [body, status] of bodies) {
    assert.equal((await ask("feedback", seat.token, body))[0], status, body.slice(0, 60));
  }
  assert.deepEqual(await stored(), before);
});

test("however fast somebody changes their mind, what is counted is what is stored", async () => {
  const guests = await Promise.all(Array.from({ length: 4 }, newGuest));
  const values = ["up", "down", null];
  const taps = guests.flatMap(({ seat }) =>
    Array.from({ length: 15 }, (_, nth) => ask("feedback", seat.token, thumb(values[nth % 3]))),
  );
  for (const [status] of await Promise.all(taps)) assert.equal(status, 200);
  const rows = await stored();
  const count = (value: string) => rows.filter((row) => row.value === value).length;
  assert.deepEqual(await counts(), { up: count("up"), down: count("down") });
});

test("of many who ask at once for the same conversation, three get a mail, and all go to its shopper", async () => {
  mails.length = 0;
  const { seat } = await newGuest();
  const asked = await Promise.all(
    Array.from({ length: 12 }, () => ask("transcript", seat.token, '{"to":"x@evil.example"}')),
  );
  assert.equal(asked.filter(([status]) => status === 200).length, 3);
  assert.equal(asked.filter(([, code]) => code === "too_many_transcripts").length, 9);
  assert.deepEqual(new Set(mails.map(({ to }) => to)), new Set([`s${accounts}@shop.example`]));
  assert.equal(mails.length, 3);
});

test("one mailbox has six mails a day, whatever it is called and in how many conversations", async () => {
  mails.length = 0;
  const names = ["em.ma@gmail.com", "emma+1@gmail.com", "Emma@googlemail.com"];
  const outcomes: unknown[] = [];
  for (const account of names) {
    const guest = await openGuest(url, bot.id, { identity: identityOf(account) });
    guest.leave();
    for (let nth = 0; nth < 3; nth++) outcomes.push((await ask("transcript", guest.seat.token))[0]);
  }
  assert.deepEqual(outcomes, [200, 200, 200, 200, 200, 200, 429, 429, 429]);
});

test("a token that has expired opens neither, and a deleted conversation is none", async () => {
  mails.length = 0;
  const [old, gone] = [await newGuest(), await newGuest()];
  await run(`update conversations set active_at = now() - interval '25 hours'
    where conversation_id = '${old.seat.conversationId}'`);
  const ref = { botId: bot.id, conversationId: gone.seat.conversationId };
  await store.conversationLog.as("operator").delete(ref);
  for (const { seat } of [old, gone]) {
    assert.deepEqual(await ask("feedback", seat.token, thumb("up")), [401, "invalid_token"]);
    assert.deepEqual(await ask("transcript", seat.token), [401, "invalid_token"]);
  }
  assert.deepEqual(mails, []);
});

test("a conversation of many megabytes is mailed as its newest part, which a mail server takes", async () => {
  mails.length = 0;
  const { seat } = await newGuest();
  const ref = { botId: bot.id, conversationId: seat.conversationId };
  const kept = await store.mailbox.stateOf(ref);
  const long = "包裹正在路上。<b>&".repeat(2_000);
  for (let nth = 0; nth < 20; nth++) {
    // In one step: the server's own worker would take it between two.
    const event = textEvent(`${nth}-${newToken()}`);
    const { lease } = await store.mailbox.enqueueAndTake(ref, event);
    const texts = Array.from({ length: 12 }, (_, one) => `${nth}.${one} ${long}`);
    await store.mailbox.commitTurn(lease!, { ...turnSaying(...texts), state: kept ?? state });
  }
  assert.deepEqual(await ask("transcript", seat.token), [200, undefined]);
  const [{ text, html }] = mails as [Mail];
  const bytes = Buffer.byteLength(text) + Buffer.byteLength(html);
  assert.ok(bytes < 4 * 1024 * 1024, `${bytes} bytes`);
  assert.match(text, /19\.11 包裹/);
  assert.doesNotMatch(text, /\b0\.0 包裹/);
});
