import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Mail, Mailer } from "@meetbot/model/mail.ts";
import { newSecret, signIdentity } from "@meetbot/sdk";
import { openGuest } from "../../../test/fixtures/guest.ts";
import { bot as firstBot } from "../../store/store.fixture.ts";
import { startTestServer } from "../server.fixture.ts";

const bot = { ...firstBot, id: "bot_mail" };
const identitySecret = newSecret();

/** A server that sends mails into a list. */
async function openMailing(t: TestContext) {
  const mails: Mail[] = [];
  const mailer: Mailer = {
    async send(mail) {
      mails.push(mail);
      return "sent";
    },
  };
  const server = await startTestServer(t, { mailer });
  await server.store.bots.create(bot, { signingSecret: newSecret(), identitySecret });
  const ask = async (token: string) => {
    const response = await fetch(`${server.url}/chat/${bot.id}/transcript`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
    });
    const answer = (await response.json()) as { error?: { code: string } };
    return { status: response.status, code: answer.error?.code, headers: response.headers };
  };
  const identity = signIdentity({ identitySecret, botId: bot.id, account: "olive@shop.example" });
  return { ...server, mails, ask, identity };
}

test("who is signed in gets the conversation by mail, as it reads, and the audit has a line of it", async (t) => {
  const { url, store, mails, ask, identity } = await openMailing(t);
  const guest = await openGuest(url, bot.id, { identity });
  await guest.tap("Help", 1);
  await guest.say("<b>thanks</b>", 1);
  guest.leave();
  assert.equal((await ask(guest.seat.token)).status, 200);
  const [mail] = mails;
  assert.equal(mail?.to, "olive@shop.example");
  assert.equal(mail?.subject, "Your conversation with Meetbot Shop");
  assert.match(mail!.text, /You · [^\n]+\nHelp\n/);
  assert.match(mail!.text, /You · [^\n]+\n<b>thanks<\/b>\n/);
  assert.match(mail!.text, /Meetbot Shop · [^\n]+\nHi, this is Meetbot Shop\./);
  assert.doesNotMatch(mail!.html, /<b>thanks/);
  const audit = await store.bots.auditOf(bot.id, 1);
  assert.equal(audit[0]?.action, "transcript_mailed");
  assert.doesNotMatch(JSON.stringify(audit[0]), /olive/);
});

test("whoever proved nothing gets no mail, whichever email they typed", async (t) => {
  const { url, mails, ask } = await openMailing(t);
  const guest = await openGuest(url, bot.id);
  await guest.say("olive@shop.example", 1);
  guest.leave();
  const refused = await ask(guest.seat.token);
  assert.deepEqual([refused.status, refused.code], [403, "not_proved"]);
  assert.equal((await ask("no-such-token")).code, "invalid_token");
  assert.deepEqual(mails, []);
});

test("the fourth time within an hour is once too often", async (t) => {
  const { url, mails, ask, identity } = await openMailing(t);
  const guest = await openGuest(url, bot.id, { identity });
  guest.leave();
  const asked = [];
  for (let nth = 0; nth < 4; nth++) asked.push(await ask(guest.seat.token));
  assert.deepEqual(
    asked.map(({ status }) => status),
    [200, 200, 200, 429],
  );
  assert.equal(asked[3]?.code, "too_many_transcripts");
  assert.ok(Number(asked[3]?.headers.get("retry-after")) > 3_000);
  assert.equal(mails.length, 3);
});

test("a server that sends no mails says so", async (t) => {
  const { url } = await startTestServer(t);
  const guest = await openGuest(url, firstBot.id);
  guest.leave();
  const response = await fetch(`${url}/chat/${firstBot.id}/transcript`, {
    method: "POST",
    headers: { authorization: `Bearer ${guest.seat.token}` },
  });
  assert.equal(response.status, 501);
});
