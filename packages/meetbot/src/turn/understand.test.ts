import assert from "node:assert/strict";
import { test } from "node:test";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { emptyBook } from "@meetbot/model/answers/answer-book.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { ModelCall } from "@meetbot/model/conversation/model-command.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import { stateBefore } from "../dialog/step.ts";
import type { ModelQuestion } from "../language-model/ask-model.ts";
import { dialogContext } from "./dialog-context.ts";
import { openTalk, orderWith, shopWith, textsOf, titlesOf } from "./talk.fixture.ts";
import { understand } from "./understand.ts";

const vague = "the thing I got from you people the other week, any idea?";
const timeout: ModelCall = {
  ...{ outcome: "timeout", reason: "timeout" },
  ...{ command: null, durationMs: 1500, tokens: null },
};
const shop = shopWith({
  orders: [orderWith("10023345678", { summary: { total_cost: 42.5 } })],
  accounts: { "jane@example.com": { open: ["10023345678"] } },
});

/** A conversation whose bot has a model that reads everything in this way. */
function talkWith(reading: Partial<Recognition>, about = { languageModel: true }) {
  const questions: ModelQuestion[] = [];
  const talk = openTalk(shop, about, async (question) => {
    questions.push(question);
    const call = { outcome: "command" as const, reason: null, command: null };
    const said = { ...question.said, by: "model" as const, ...reading };
    return { said, call: { ...call, durationMs: 12, tokens: null } };
  });
  return { talk, questions };
}

test("a model is asked only where the engine is unsure, and the turn tells of it", async () => {
  const { talk, questions } = talkWith({ intent: "help", decision: "act" });
  await talk.say("hello");
  assert.deepEqual([questions.length, talk.turn?.modelCall], [0, null]);
  const help = textsOf(await talk.say(vague));
  assert.equal(questions.length, 1);
  assert.equal(talk.turn?.modelCall?.outcome, "command");
  const { talk: alone } = talkWith({}, { languageModel: false });
  assert.deepEqual(textsOf(await alone.say("help")), help);
});

test("a bot that is not set so never has one asked", async () => {
  const { talk, questions } = talkWith(
    { intent: "help", decision: "act" },
    { languageModel: false },
  );
  await talk.say(vague);
  assert.deepEqual([questions.length, talk.turn?.modelCall], [0, null]);
});

test("a guest who seems to ask for an order is asked back, a shopper who is signed in is answered", async () => {
  const guest = talkWith({ intent: "order_query", decision: "clarify" });
  const replies = await guest.talk.say(vague);
  assert(titlesOf(replies).length > 0);
  assert.deepEqual(guest.talk.asked, []);
  assert.equal(guest.questions[0]?.isSignedIn, false);

  const shopper = talkWith({ intent: "order_query", decision: "act" });
  await shopper.talk.open("jane@example.com");
  await shopper.talk.say(vague);
  assert.equal(shopper.questions[0]?.isSignedIn, true);
  assert.notDeepEqual(shopper.talk.asked, []);
});

test("what a model reads proves nothing and names no account", async () => {
  const number = { value: "10023345678", text: "10023345678", start: 0, end: 11 };
  const email = { value: "jane@example.com", text: "jane@example.com", start: 0, end: 16 };
  const entities = { emails: [email], orderNumbers: [number], packageNumbers: [] };
  const { talk } = talkWith({ intent: "order_query", decision: "act", entities });
  await talk.say(vague);
  assert.deepEqual(talk.turn?.accounts, []);
  const proofs = talk.turn?.state.proofs ?? [];
  assert.equal(proofs.filter(({ source }) => source === "typed").length, 0);
});

test("nobody is asked about a button's title, or while a code is waited for", async () => {
  const { talk, questions } = talkWith({ intent: "help", decision: "act" });
  const [offered] = titlesOf(await talk.open());
  assert(offered);
  await talk.say(offered);
  assert.deepEqual(questions, []);

  const { bot } = newBot({ name: "Shop", endpoint: "https://shop.example/webhook" });
  const fresh = stateBefore("en");
  const form = { goal: "orders", filter: "open", orderNumber: null, misses: 0 } as const;
  const hear = async (dialog: DialogState) => {
    const before = { dialog, proofs: [], code: null, choices: [] };
    const speaker = dialogContext(bot, {
      sendsCodes: true,
      offersLinks: false,
      answers: emptyBook,
      now: 0,
    });
    let isAsked = false;
    await understand(
      vague,
      before,
      { bot: { ...bot, languageModel: true }, speaker },
      {
        now: () => 0,
        async askModel({ said }) {
          isAsked = true;
          return { said, call: timeout };
        },
      },
    );
    return isAsked;
  };
  assert.equal(await hear(fresh), true);
  assert.equal(await hear({ ...fresh, form: { ...form, awaiting: "email" } }), true);
  assert.equal(await hear({ ...fresh, form: { ...form, awaiting: "code" } }), false);
  const plan = { finding: null, secondTry: false } as const;
  const question = { method: "orders", userAccount: "a", filter: "open", page: 1 } as const;
  const proving = { email: "jane@example.com", plan: { ...plan, question } };
  assert.equal(await hear({ ...fresh, proving }), false);
});

test("a question tells what the bot asked for last", async () => {
  const { talk, questions } = talkWith({});
  await talk.say("where is my order?");
  await talk.say(vague);
  assert.equal(questions[0]?.askedFor, talk.turn?.state.dialog.form?.awaiting);
});

test("a model that is no help leaves the answer as it would be without one", async () => {
  const without = openTalk(shop);
  const asked = openTalk(shop, { languageModel: true }, async ({ said }) => ({
    said,
    call: timeout,
  }));
  assert.deepEqual(await asked.say(vague), await without.say(vague));
  assert.equal(asked.turn?.unanswered?.reason, without.turn?.unanswered?.reason);
});
