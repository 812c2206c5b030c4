import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, test } from "node:test";
import { refuse } from "@meetbot/sdk";
import { solveWork } from "../../src/cli/chat/solve-work.ts";
import type { WorkChallenge } from "../../src/platform/limits/proof-of-work.ts";
import { eventually } from "../fixtures/eventually.ts";
import { follower, type Guest } from "../fixtures/guest.ts";
import { startInstallation } from "../fixtures/installation.ts";
import { startOwnShop } from "../fixtures/own-shop.ts";
import { assertSees, createShopper } from "../fixtures/shopper.ts";
import { writeAll } from "../fixtures/stranger.ts";
import { askForCode, replies, type } from "../fixtures/typed-codes.ts";

// A stranger has codes sent to addresses that they make up, until a bot has sent all of an hour: the
// mail server's name is spoiled, and no customer gets a code.

const customer = createShopper("flooded");
const second = createShopper("neighbor");
let released = Promise.resolve();
const shop = await startOwnShop(
  { after },
  {
    async orders(question) {
      await released;
      const found = [customer, second].find(
        ({ email }) => question.by === "account" && email === question.account,
      );
      return found ? { orders: found.orders } : refuse.userNotFound();
    },
    packages: () => refuse.orderNotFound(),
  },
);
const { mail, createBot, newGuest, newNetwork } = await startInstallation(
  { after },
  { shop, nodes: 2 },
);
const bot = await createBot("code");
const perConversation = 6;
const perBot = 1000;
/** A mail server takes 100 ms to greet. */
const atOnce = 42;

/** Everything a guest heard, without what is each one's own. */
const transcript = ({ heard }: Guest, email: string) =>
  JSON.stringify(heard)
    .replaceAll(email, "<email>")
    .replaceAll(email.replace(/^(.)[^@]*/, "$1····"), "<email>")
    .replace(/"id":"[^"]+"/g, '"id":"<id>"')
    .replace(/"payload":"(?!menu:)[^"]+"/g, '"payload":"<token>"');

test("1,000 codes to strangers' addresses lock out no customer of the shop, and then no stranger gets a mail", async () => {
  const flood = async (nth: number) => {
    const guest = await newGuest(bot);
    const emails = Array.from({ length: perConversation }, (_, at) => `s${nth}x${at}@made.example`);
    await writeAll(
      guest,
      emails.map((email) => `my orders, ${email}`),
    );
    guest.leave();
  };
  for (let nth = 0; nth * perConversation < perBot; nth += atOnce) {
    await Promise.all(Array.from({ length: atOnce }, (_, at) => flood(nth + at)));
  }
  assert(mail.mails.length >= perBot);

  // Both get the same reply before the shop has answered: neither wording nor timing differs.
  const release = Promise.withResolvers<void>();
  released = release.promise;
  const [known, unknown] = await Promise.all([newGuest(bot), newGuest(bot)]);
  const nobody = "fnobody@shopper.example";
  assert.match(await askForCode(known, customer.email), replies.sent);
  assert.match(await askForCode(unknown, nobody), replies.sent);
  assert.equal(mail.mailsTo(customer.email).length, 0);
  assert.match(await type(unknown, "000000"), replies.wrong);
  release.resolve();
  await eventually(10_000, async () => assert.equal(mail.mailsTo(customer.email).length, 1));
  await known.say(mail.codeFor(customer.email), 3);
  assertSees(known, customer);

  // Asked again, so that the shop has long said "no" for the stranger.
  const later = await newGuest(bot);
  assert.match(await askForCode(later, second.email), replies.sent);
  await eventually(10_000, async () => assert.equal(mail.mailsTo(second.email).length, 1));
  assert.equal(mail.mailsTo(nobody).length, 0);
});

test("somebody whom the shop does not know reads the same as somebody whom it knows", async () => {
  const heard = await Promise.all(
    [second.email, "nobody2@shopper.example"].map(async (email) => {
      const guest = await newGuest(bot);
      await askForCode(guest, email);
      await type(guest, "000000");
      guest.leave();
      return transcript(guest, email);
    }),
  );
  assert.equal(heard[0], heard[1]);
});

test("a mailbox gets three mails an hour for one network, however its name is written", async () => {
  const other = await createBot("code");
  const names = ["em.ma.stone@gmail.com", "emmastone@gmail.com", "Emma.Stone+shop@googlemail.com"];
  const more = ["e.m.m.a.stone@googlemail.com", "emmastone+2@gmail.com"];
  const url = newNetwork();
  const ask = async (email: string) => askForCode(await newGuest(other, { url }), email);
  for (const email of names) assert.match(await ask(email), replies.sent, email);
  for (const email of more) assert.match(await ask(email), replies.enough, email);
  assert.match(await ask("emmastone@example.com"), replies.sent);
  assert.equal(mail.named.filter((one) => /gmail|googlemail/i.test(one)).length, 3);
});

test("a stranger who used up a network's codes keeps nobody from theirs whose device does a moment's work", async () => {
  const other = await createBot("code");
  const url = newNetwork();
  for (let nth = 0; nth < 6; nth++) {
    const guest = await newGuest(other, { url });
    const emails = Array.from({ length: perConversation }, (_, at) => `n${nth}x${at}@made.example`);
    const heard = await writeAll(
      guest,
      emails.map((email) => `my orders, ${email}`),
    );
    const refused = heard.filter(({ text }) => replies.enough.test(text ?? ""));
    assert.equal(refused.length, nth < 5 ? 0 : perConversation);
  }
  const neighbor = await newGuest(other, { url });
  assert.match(await askForCode(neighbor, customer.email), replies.enough);

  const base = `${url}/chat/${other.botId}`;
  const headers = { "content-type": "application/json" };
  const opened = await fetch(`${base}/conversations`, { method: "POST", headers });
  const answer = (await opened.json()) as {
    conversation_id: string;
    token: string;
    challenge: WorkChallenge;
  };
  const { conversation_id: conversationId, token, challenge } = answer;
  const before = mail.mailsTo(customer.email).length;
  const work = solveWork(challenge);
  const send = () =>
    fetch(`${base}/messages`, {
      method: "POST",
      headers: { ...headers, ...work, authorization: `Bearer ${token}` },
      body: JSON.stringify({ id: randomUUID(), text: `my orders, ${customer.email}` }),
    });
  assert.equal((await send()).status, 202);
  await eventually(10_000, async () =>
    assert.equal(mail.mailsTo(customer.email).length, before + 1),
  );
  // The same work again is none.
  assert.equal((await send()).status, 202);
  const guest = await follower({ base, conversationId, token });
  const [, again] = await guest.replies(2);
  assert.match(again?.text ?? "", /^I cannot send another code to/);
});
