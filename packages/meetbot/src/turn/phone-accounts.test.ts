import assert from "node:assert/strict";
import { test } from "node:test";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { emptyBook } from "@meetbot/model/answers/answer-book.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import { customerLocales, languages } from "@meetbot/presentation";
import { plainly } from "../dialog/dialogs/moves.ts";
import { prove } from "../dialog/dialogs/proving.ts";
import { freshState } from "../dialog/dialogs/small-talk.ts";
import { lookUpAttempts } from "../identity/limits.ts";
import { dialogContext } from "./dialog-context.ts";
import { openTalk, orderWith, shopWith, textsOf, titlesOf } from "./talk.fixture.ts";

// A fictional customer of China Mobile's, whose numbers begin with 138.
const phone = "+8613812345678";
const listed = orderWith("MB7KQ2XW9T", { status: "shipped" });
/** As long as a telephone number in the US, and one by its form. */
const long = orderWith("4155552671");

const shop = shopWith({
  orders: [listed, long],
  accounts: {
    [phone]: { open: [listed.order_number] },
    "+14155552671": { open: [listed.order_number] },
    "yilia@meetbot.biz": { open: [listed.order_number] },
  },
});

const takesPhones: Partial<Bot> = { accountKind: "phone", phoneCountry: "CN" };
const takesBoth: Partial<Bot> = { accountKind: "both", phoneCountry: "CN" };
const inTheUs: Partial<Bot> = { accountKind: "phone", phoneCountry: "US" };

const accountsIn = (asked: object[]) =>
  asked.flatMap((question) => ("userAccount" in question ? [question.userAccount] : []));

for (const typed of [
  "13812345678",
  "+86 138 1234 5678",
  "１３８－１２３４－５６７８",
  "0086 138.1234.5678",
]) {
  test(`the shop is asked for the account that is typed as “${typed}”, and little is shown`, async () => {
    const talk = openTalk(shop, takesPhones);
    const [question] = await talk.say("where are my orders?");
    assert.partialDeepStrictEqual(question, {
      text: "Which phone number did you order with? An order number works too.",
      ask: "phone",
    });
    const replies = await talk.say(typed);
    assert.deepEqual(accountsIn(talk.asked), [phone]);
    assert.deepEqual(talk.turn?.accounts, [phone]);
    assert.match(textsOf(replies).join(" "), /A phone number alone does not prove who is asking/);
    // A typed account is level 0: no moment, no amount, nothing of what is in it.
    assert.doesNotMatch(JSON.stringify(replies), /1795000000|total_cost|MB7KQ2/);
    assert.deepEqual(talk.turn?.numbers, []);
  });
}

test("a telephone number in a sentence with an order number shows that order", async () => {
  const talk = openTalk(shop, takesPhones);
  const replies = await talk.say("my order is MB7KQ2XW9T and my phone is 13812345678");
  assert(talk.asked.some((question) => "orderNumber" in question));
  assert.match(JSON.stringify(replies), /MB7KQ2XW9T/);
});

test("what was asked for last decides what digits are", async () => {
  const asked = openTalk(shop, inTheUs);
  await asked.say("where are my orders?");
  await asked.say("4155552671");
  assert.deepEqual(accountsIn(asked.asked), ["+14155552671"]);

  const numbered = openTalk(shop, inTheUs);
  await numbered.say("where are my orders?");
  await numbered.tap("Use an order number");
  await numbered.say("4155552671");
  assert.partialDeepStrictEqual(numbered.asked, [{ orderNumber: "4155552671" }]);
});

test("where nothing was asked for, the customer says what their digits are", async () => {
  for (const [answer, question] of [
    ["My phone number", { userAccount: "+14155552671" }],
    ["An order number", { orderNumber: "4155552671" }],
  ] as const) {
    const talk = openTalk(shop, inTheUs);
    const replies = await talk.say("4155552671");
    assert.deepEqual(talk.asked, []);
    assert.deepEqual(textsOf(replies), ["Is 4155552671 your phone number or an order number?"]);
    await talk.tap(answer);
    assert.partialDeepStrictEqual(talk.asked.slice(0, 1), [question]);
  }
});

test("who said that it is their telephone number is not asked for it again", async () => {
  const talk = openTalk(shop, inTheUs);
  await talk.say("4155552671");
  await talk.tap("My phone number");
  await talk.say("and the past ones?");
  assert.deepEqual(accountsIn(talk.asked), ["+14155552671"]);
});

test("what is no telephone number is said to be none, with the way to write one", async () => {
  const talk = openTalk(shop, { accountKind: "phone", phoneCountry: null });
  const asked = await talk.say("where are my orders?");
  assert.match(textsOf(asked).join(" "), /with its country code, such as \+44/);
  const replies = await talk.say("my phone is 138 1234 5678");
  assert.deepEqual(talk.asked, []);
  assert.match(textsOf(replies).join(" "), /does not look like a phone number.*country code/);
});

test("an email is an account only where the bot takes emails", async () => {
  const phones = openTalk(shop, takesPhones);
  await phones.say("where are my orders?");
  await phones.say("yilia@meetbot.biz");
  assert.deepEqual(phones.asked, []);

  const both = openTalk(shop, takesBoth);
  const [question] = await both.say("where are my orders?");
  assert.partialDeepStrictEqual(question, { ask: "account" });
  await both.say("yilia@meetbot.biz");
  assert.deepEqual(accountsIn(both.asked), ["yilia@meetbot.biz"]);
  await both.say("sorry, +86 138 1234 5678");
  assert.deepEqual(accountsIn(both.asked), [phone]);
});

test("a bot that takes emails hears no telephone number, and asks as ever", async () => {
  const talk = openTalk(shop);
  const [question] = await talk.say("where are my orders?");
  assert.partialDeepStrictEqual(question, { ask: "email" });
  await talk.say("+86 138 1234 5678");
  assert.deepEqual(accountsIn(talk.asked), []);
});

test("before a sign-in nothing is asked under the policy code, and a person stays", async () => {
  const talk = openTalk(shop, { ...takesPhones, policy: "code" });
  const replies = await talk.say("my orders please, my phone is 13812345678");
  assert.deepEqual(talk.asked, []);
  assert.match(textsOf(replies).join(" "), /only to customers who are signed in/);
  assert(titlesOf(replies).includes("Talk to a person"));
});

test("a code goes to an email only: who gave a telephone number signs in, takes an email or asks a person", () => {
  const { bot } = newBot({ name: "Shop", endpoint: "https://shop.example/webhook", ...takesBoth });
  const question = { method: "orders", userAccount: phone, filter: "open", page: 1 } as const;
  const plan = { ...plainly(question), question };
  const said = (offersLinks: boolean) => {
    const means = { sendsCodes: true, offersLinks, answers: emptyBook, now: 0 };
    return prove(freshState("en"), phone, plan, dialogContext(bot, means));
  };
  assert.equal(said(true).ask, null);
  assert.match(JSON.stringify(said(false).replies), /I can send a code to an email only/);
  const choices = said(true).replies.flatMap((reply) => reply.choices ?? []);
  assert.deepEqual(
    choices.map(({ title }) => title),
    ["Sign in at the shop", "Use my email", "Talk to a person"],
  );
});

test("who has no email gives a telephone number, and it is read as one", async () => {
  const talk = openTalk(shop, takesBoth);
  await talk.say("where are my orders?");
  const replies = await talk.say("I don't have an email");
  assert.match(textsOf(replies).join(" "), /phone number you ordered with will do/);
  await talk.say("13812345678");
  assert.deepEqual(accountsIn(talk.asked), [phone]);
});

test("two spellings of a telephone number count as one account, and another country's as another", () => {
  const trier = {
    conversationId: "c_1",
    network: null,
    proofs: [],
    policy: "ladder",
    now: 0,
  } as const;
  const itemOf = (userAccount: string) =>
    lookUpAttempts(
      { method: "orders", userAccount, filter: "open", page: 1 },
      { ...trier, proofs: [] },
    ).find(({ limit }) => limit === "conversation_emails")?.item;
  assert.equal(itemOf("+86 138-1234-5678"), itemOf(phone));
  assert.notEqual(itemOf("+113812345678"), itemOf(phone));
});

test("each language asks for a telephone number in words of its own", async () => {
  const questions = customerLocales.map((locale) => languages[locale].accounts);
  for (const key of ["phone", "both"] as const) {
    assert.equal(new Set(questions.map((words) => words[key].askEmail)).size, questions.length);
  }
  const talk = openTalk(shop, { ...takesBoth, locale: "zh" });
  const [question] = await talk.say("查一下我的订单");
  assert.partialDeepStrictEqual(question, {
    text: "请问您下单时用的邮箱或手机号是什么？发订单号也可以。",
  });
  await talk.say("我的手机号是１３８１２３４５６７８");
  assert.deepEqual(accountsIn(talk.asked), [phone]);
});
