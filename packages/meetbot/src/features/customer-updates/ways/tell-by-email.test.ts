import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Mail, MailOutcome } from "@meetbot/model/mail.ts";
import type { News } from "@meetbot/model/push/notification.ts";
import { customerLocales } from "@meetbot/presentation";
import { newsMail } from "../../../mail/news-mail.ts";
import { bot, openConversation, openTestStore } from "../../../store/store.fixture.ts";
import { takeTurnWith } from "../../../store/waiting/waiting.fixture.ts";
import { createTellByEmail } from "./tell-by-email.ts";

const publicUrl = "https://bots.example/";
const email = "yilia@meetbot.biz";

/** A conversation that proved a mailbox, and a mail server that takes mails into a list. */
async function openWay(t: TestContext, newsEmail: string | null = email) {
  const mails: Mail[] = [];
  const outcomes: MailOutcome[] = [];
  const { store, run } = await openTestStore(t);
  const botOf = async (id: string) => (id === bot.id ? bot : null);
  const mailer = {
    async send(mail: Mail) {
      mails.push(mail);
      return outcomes.shift() ?? ("sent" as const);
    },
  };
  const deps = { ...store, botOf, mailer, publicUrl };
  const ref = await openConversation(store);
  await takeTurnWith(store, ref, {
    ...(newsEmail ? { newsEmail: { email: newsEmail, begins: true } } : { leftEmail: email }),
  });
  const news: News = {
    ...{ ...ref, pushId: "package.changed PA7K2Q9XW4TP-1", thread: "ab".repeat(32) },
    ...{ status: "delivered", of: "package", ttlS: 3_600 },
  };
  const tell = createTellByEmail(deps);
  return { store, run, deps, tell, ref, news, mails, outcomes };
}

test("the proved mailbox is told what became of the parcel, by a link back and a way to end it", async (t) => {
  const { tell, news, mails, store, ref } = await openWay(t);
  assert.deepEqual(await tell(news), { kind: "sent" });
  const [mail, ...others] = mails;
  assert.deepEqual(others, []);
  assert.equal(mail?.to, email);
  assert.equal(mail.subject, `${bot.name}: Your parcel has been delivered.`);
  assert.doesNotMatch(JSON.stringify(mail), /PA7K/);
  const [, token = ""] = /\/chat\/[\w-]+\/r\/([\w-]+)\n/.exec(mail.text) ?? [];
  assert.equal(await store.waiting.isReturnLink(bot.id, token), true);
  assert.equal(
    mail.unsubscribe,
    `https://bots.example/chat/${bot.id}/u/${await store.ways.stopTokenOf(ref)}`,
  );
  assert.ok(mail.text.includes(mail.unsubscribe) && mail.html.includes(mail.unsubscribe));
});

test("mails of one order are one thread, and the same push is the same mail", async (t) => {
  const { tell, news, mails } = await openWay(t);
  for (const pushId of ["one", "one", "two"]) await tell({ ...news, pushId });
  await tell({ ...news, thread: "cd".repeat(32) });
  const [first, again, second, other] = mails.map(({ thread }) => thread);
  assert.deepEqual(again, first);
  assert.notEqual(second?.id, first?.id);
  assert.equal(second?.first, first?.first);
  assert.notEqual(other?.first, first?.first);
});

test("an email that was only left or typed gets none", async (t) => {
  const { tell, news, mails } = await openWay(t, null);
  assert.deepEqual(await tell(news), { kind: "no_way", because: "gone" });
  assert.deepEqual(mails, []);
});

test("a mailbox that is refused for good gets no more mails; trouble is tried again", async (t) => {
  const { tell, news, outcomes, mails, run } = await openWay(t);
  outcomes.push("failed", "address_refused");
  assert.deepEqual(await tell(news), { kind: "again", afterMs: 300_000 });
  assert.deepEqual(await tell(news), { kind: "no_way", because: "gone" });
  assert.deepEqual(await tell(news), { kind: "no_way", because: "gone" });
  assert.equal(mails.length, 2);
  assert.deepEqual(await run("select ended_by from news_emails"), [{ ended_by: "bounced" }]);
});

test("a mailbox gets twenty a day, however many pushes there are", async (t) => {
  const { tell, news, mails } = await openWay(t);
  const told = [];
  for (let nth = 0; nth < 22; nth++) told.push(await tell({ ...news, pushId: `push_${nth}` }));
  assert.equal(mails.length, 20);
  assert.deepEqual(told.at(-1), { kind: "no_way", because: "rate" });
});

test("without a mail server or an address of our own nobody is mailed", async (t) => {
  const { deps, news } = await openWay(t);
  const none = { kind: "no_way", because: "unavailable" };
  assert.deepEqual(await createTellByEmail({ ...deps, mailer: null })(news), none);
  assert.deepEqual(await createTellByEmail({ ...deps, publicUrl: null })(news), none);
});

test("a shop's name writes no line of a mail of its own, in any language", () => {
  const botName = "Shop\r\nBcc: eve@shop.example\r\n\r\n<b>";
  const unsubscribe = "https://bots.example/u";
  for (const locale of customerLocales) {
    const news = { of: "order", status: "placed" } as const;
    const mail = newsMail({ locale, botName, news, link: null, unsubscribe });
    assert.doesNotMatch(mail.subject, /[\r\n]/, locale);
    assert.doesNotMatch(mail.text, /^Bcc/m, locale);
    assert.doesNotMatch(mail.html, /<b>Shop|<b>[^<]*<b>/, locale);
  }
});
