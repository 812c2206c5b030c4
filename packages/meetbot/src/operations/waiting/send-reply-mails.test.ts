import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Proof } from "@meetbot/model/conversation/proof.ts";
import type { Mail, MailOutcome } from "@meetbot/model/mail.ts";
import { bot, openConversation, openTestStore, state } from "../../store/store.fixture.ts";
import { answerAs, callPerson, takeTurnWith } from "../../store/waiting/waiting.fixture.ts";
import { sendReplyMails } from "./send-reply-mails.ts";

const proof = (value: string, expires = Date.now() + 60_000): Proof => {
  return { kind: "account", source: "code", value, at: 0, expires };
};

/** A customer who has called a person and left, and what the person wrote a minute ago. */
async function leftChat(
  t: TestContext,
  {
    left,
    proofs = [],
    says = ["We are looking into it."],
    name = "Ada",
  }: {
    left?: string;
    proofs?: Proof[];
    says?: string[];
    name?: string;
  },
) {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  await takeTurnWith(store, ref, {
    state: { ...state, proofs },
    ...(left !== undefined && { leftEmail: left }),
  });
  await callPerson(store, ref);
  // What it remembers is as it was.
  await run("update conversations set state = state");
  await store.mailbox.enqueue(ref, { dedupeKey: "last", content: { kind: "text", text: "?" } });
  await takeTurnWith(store, ref, { state: { ...state, proofs }, isForPerson: true });
  for (const text of says) await answerAs(store, ref, text, name);
  await run("update inbox_conversations set person_at = person_at - interval '61 seconds'");
  const mails: Mail[] = [];
  const outcomes: MailOutcome[] = [];
  const deps = {
    waiting: store.waiting,
    mailbox: store.mailbox,
    limits: store.limits,
    mailer: {
      async send(mail: Mail) {
        mails.push(mail);
        return outcomes.shift() ?? "sent";
      },
    },
    botOf: store.bots.find,
    publicUrl: "https://chat.shop.example",
    log: { warn() {} },
  };
  const ends = async () =>
    (await run("select outcome from reply_mails")).map(({ outcome }) => outcome);
  return { store, run, ref, mails, outcomes, ends, send: () => sendReplyMails(deps) };
}

const linkIn = ({ text }: Mail) => /https:\S+/.exec(text)?.[0] ?? "";

test("a person's words go to the email that was left, with a way back that works once", async (t) => {
  const { mails, send, ends, store } = await leftChat(t, {
    left: "yilia@meetbot.biz",
    says: ["We are looking into it.", "Back soon!"],
  });
  assert.equal(await send(), 1);
  const [mail] = mails;
  assert(mail);
  assert.equal(mail.to, "yilia@meetbot.biz");
  assert.equal(mail.subject, `Ada from ${bot.name} has answered you`);
  assert.match(mail.text, /We are looking into it\.\n\nBack soon!/);
  assert.match(linkIn(mail), /^https:\/\/chat\.shop\.example\/chat\/bot_1\/r\/[\w-]{22}$/);
  assert(mail.html.includes(linkIn(mail)));
  assert.deepEqual(await ends(), ["sent"]);
  assert.equal(await send(), 0);
  const token = linkIn(mail).split("/").at(-1) ?? "";
  assert.equal(await store.waiting.isReturnLink(bot.id, token), true);
});

test("what could tell of an order stays out of a mailbox that nobody proved, and is in one that is proved", async (t) => {
  const says = ["Order SO-10042 left today"];
  const typed = await leftChat(t, { left: "yilia@meetbot.biz", says });
  await typed.send();
  assert.doesNotMatch(`${typed.mails[0]?.text} ${typed.mails[0]?.html}`, /SO-10042|left today/);
  assert.match(typed.mails[0]?.text ?? "", /has answered in your chat\. Read it there:/);

  const proofs = [proof("Yilia@meetbot.biz", 1)];
  const proved = await leftChat(t, { left: "yilia@meetbot.biz", proofs, says });
  await proved.send();
  assert.match(proved.mails[0]?.text ?? "", /SO-10042/);
});

test("nothing of before is shown to a mailbox that was only typed; to a proved one all is", async (t) => {
  const typed = await leftChat(t, { left: "yilia@meetbot.biz" });
  await typed.send();
  const [link] = await typed.run("select shown_from from return_links");
  assert((link as { shown_from: number }).shown_from > 0);
  const proved = await leftChat(t, { proofs: [proof("yilia@meetbot.biz")] });
  await proved.send();
  assert.equal(proved.mails[0]?.to, "yilia@meetbot.biz");
  assert.deepEqual(await proved.run("select shown_from from return_links"), [{ shown_from: 0 }]);
});

test("who left no email and proved none, or an account that is none, gets no mail", async (t) => {
  const nobody = await leftChat(t, {});
  await nobody.send();
  assert.deepEqual([nobody.mails, await nobody.ends()], [[], ["no_address"]]);
  const phone = await leftChat(t, { proofs: [proof("+49 151 1234567")] });
  await phone.send();
  assert.deepEqual(phone.mails, []);
});

test("names and words of people write no line of the mail's head, and no tag of its page", async (t) => {
  const { mails, send } = await leftChat(t, {
    left: "yilia@meetbot.biz",
    name: "Ada\r\nBcc: all@shop.example\u202e",
    says: ["<img src=x onerror=alert(1)>\r\nSubject: free"],
  });
  await send();
  const [mail] = mails;
  assert(mail);
  assert.doesNotMatch(mail.subject, /[\r\n\u202e]/);
  assert.doesNotMatch(mail.html, /<img/);
});

test("a mail server that fails is asked again; one that knows no such mailbox is not", async (t) => {
  const failing = await leftChat(t, { left: "yilia@meetbot.biz" });
  failing.outcomes.push("failed");
  await failing.send();
  assert.deepEqual(await failing.ends(), [null]);
  assert.equal(await failing.send(), 0);
  await failing.run("update reply_mails set due_at = now()");
  await failing.send();
  assert.deepEqual([failing.mails.length, await failing.ends()], [2, ["sent"]]);
  assert.notEqual(linkIn(failing.mails[0]!), linkIn(failing.mails[1]!));

  const refused = await leftChat(t, { left: "yilia@meetbot.biz" });
  refused.outcomes.push("address_refused");
  await refused.send();
  assert.deepEqual(await refused.ends(), ["refused"]);
});

test("a mailbox hears from people twenty times a day at most, whatever chats it was left in", async (t) => {
  const { store, send, mails, ends } = await leftChat(t, { left: "yilia+1@meetbot.biz" });
  for (let nth = 0; nth < 20; nth++) {
    const limit = { limit: "mailbox_reply_mails", subject: "yilia@meetbot.biz", max: 20 };
    await store.limits.note(bot.id, [{ ...limit, item: `${nth}`, windowS: 3600 }]);
  }
  await send();
  assert.deepEqual([mails, await ends()], [[], ["refused"]]);
});
