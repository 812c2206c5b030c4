import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startDemoStore } from "@meetbot/demo-store";
import { newSecret } from "@meetbot/protocol";
import { render } from "../src/channels/text/render.ts";
import { demoAnswers } from "../src/cli/demo/demo-answers.ts";
import type { CodeDesk } from "../src/identity/code.ts";
import { visibleReply } from "../src/identity/visible-reply.ts";
import { askMerchant } from "../src/merchant/ask.ts";
import { createCircuit } from "../src/merchant/resilience/endpoint-runtime.ts";
import { agent } from "../src/merchant/scripted-merchant.fixture.ts";
import { type AnswerBook, emptyBook } from "../src/model/answers/answer-book.ts";
import type { Bot } from "../src/model/bot/bot.ts";
import type { Question } from "../src/model/conversation/ask.ts";
import type { ConversationState } from "../src/model/conversation/conversation.ts";
import type { EventContent } from "../src/model/conversation/inbound-event.ts";
import type { Locale } from "../src/model/conversation/locale.ts";
import type { OutboundReply } from "../src/model/conversation/reply.ts";
import { type Held, heldByBot } from "../src/model/desk/holder.ts";
import type { Mail, MailOutcome } from "../src/model/mail.ts";
import type { NewsFacts } from "../src/model/push/news-state.ts";
import type { SubscriptionChange } from "../src/model/push/subscription.ts";
import type { Delivery } from "../src/model/shop/delivery.ts";
import { newBot } from "../src/settings/new-bot.ts";
import { takeTurn } from "../src/turn/take-turn.ts";
import type { TurnDeps } from "../src/turn/turn-deps.ts";

// Each file of test/transcripts is a conversation with the demo shop, played as it stands: the test
// says what the customer's lines say and compares everything else. `UPDATE_TRANSCRIPTS=1 npm test
// -- packages/meetbot/test/transcripts.test.ts` writes down what happens now: read the difference.

const today = "2026-11-20";
const noon = Date.parse(`${today}T12:00:00Z`);
const publicShopUrl = "https://shop.example.com";
const signingSecret = newSecret();
const shop = await startDemoStore({ port: 0, signingSecret, databaseFile: ":memory:", today });
after(() => shop.close());

const folder = fileURLToPath(new URL("transcripts", import.meta.url));
for (const file of globSync(`${folder}/*.txt`).sort()) {
  test(`transcript: ${basename(file, ".txt").replaceAll("-", " ")}`, async () => {
    const expected = readFileSync(file, "utf8");
    const actual = await play(expected);
    if (process.env.UPDATE_TRANSCRIPTS) writeFileSync(file, actual);
    else assert.equal(actual, expected);
  });
}

test("there are at least 30 transcripts, half of them Chinese", () => {
  const texts = globSync(`${folder}/*.txt`).map((file) => readFileSync(file, "utf8"));
  const chinese = texts.filter((text) => /^bot: .*\p{Script=Han}/mu.test(text));
  assert(texts.length >= 30, `${texts.length} transcripts`);
  assert(chinese.length >= texts.length / 2, `${chinese.length} of ${texts.length} are Chinese`);
});

/** Plays the customer's and the shop's lines of a transcript, and writes down all that happens. */
async function play(transcript: string): Promise<string> {
  const { bot } = newBot({
    id: "bot_test",
    name: "Demo Shop",
    pageId: "231231232134111",
    endpoint: shop.webhookUrl,
    demo: true,
  });
  const conversation = openConversation(bot);
  const lines: string[] = [];
  for (const line of transcript.split("\n")) {
    const [, who = "", what = ""] =
      /^(bot is|answers|pushes|customer|customer taps|others ask|shop|mail|time|limit|shop page): ?(.*)$/.exec(
        line,
      ) ?? [];
    if (line.startsWith("#") || line === "") {
      if (line !== "" || lines.at(-1) !== "") lines.push(line);
      continue;
    }
    if (who === "") continue; // what the bot said last time; it is written anew
    lines.push(line);
    if (who === "bot is") Object.assign(bot, JSON.parse(what));
    else if (who === "answers") conversation.answers = answersNamed(what);
    else if (who === "pushes") conversation.reach = what === "to the page" ? "on_return" : "here";
    else if (who === "shop") await setOutage(what);
    else if (who === "others ask") await conversation.othersAsk(Number(what));
    else if (who === "mail") conversation.mail = what;
    else if (who === "shop page") conversation.linkAccount = what;
    else if (who === "time") conversation.now += Number(/\d+/.exec(what)) * 60_000;
    else if (who === "limit") conversation.limitedMinutes = Number(/\d+/.exec(what));
    else lines.push(...(await conversation.hear(eventOf(who, what, conversation.titles()))));
  }
  await setOutage("up");
  return `${lines.join("\n").trimEnd()}\n`;
}

/** `of the demo`: those of `meetbot demo`; `none`; else a topic's English text, or several, as JSON. */
function answersNamed(what: string): AnswerBook {
  if (what === "of the demo") return demoAnswers;
  if (what === "none") return emptyBook;
  const texts = Object.entries(JSON.parse(what) as Record<string, string>);
  const always = { validFrom: null, validUntil: null };
  const answers = texts.map(([topic, text]) => [
    topic,
    { texts: { en: { text, buttons: [] } }, ...always },
  ]);
  return { ...emptyBook, answers: Object.fromEntries(answers) };
}

function eventOf(who: string, what: string, titles: Map<string, string>): EventContent {
  if (who === "customer taps") return { kind: "tap", payload: titles.get(what) ?? what };
  if (what === "(sends a picture)") return { kind: "media" };
  const opens = /^\(opens the chat(?: in (en|zh))?(?:, signed in as (.+))?\)$/.exec(what);
  return opens
    ? { kind: "start", locale: (opens[1] as Locale) ?? null, account: opens[2] ?? null }
    : { kind: "text", text: what };
}

function openConversation(bot: Bot) {
  let state: ConversationState | null = null;
  let held: Held = heldByBot;
  let said: OutboundReply[] = [];
  let tokens = 0;
  let codes = 0;
  let mails: Mail[] = [];
  const desk: CodeDesk = {
    hash: (text) => createHash("sha256").update(text).digest(),
    newCode: () => String(111_111 * ++codes),
    mailer: {
      async send(mail) {
        const outcome = mailOutcomes[conversation.mail] ?? "failed";
        if (outcome === "sent") mails.push(mail);
        return outcome;
      },
    },
  };
  const links = createLinks(() => conversation.linkAccount);
  const circuit = createCircuit();
  const ask = (question: Question) => {
    const endpoint = { url: bot.endpoint, pageId: bot.pageId, signingSecrets: [signingSecret] };
    return askMerchant(question, endpoint, { agent, circuit });
  };
  const conversation = {
    /** So many other customers ask the same shop before. */
    async othersAsk(times: number): Promise<void> {
      for (let i = 0; i < times; i += 1) await ask({ method: "orders", orderNumber: `OTHER${i}` });
    },
    /** What the shop says itself. */
    answers: emptyBook,
    /** How its news reach customers, where it pushes any. */
    reach: null as NewsFacts["reach"] | null,
    /** `off`: there is no mail server; `on`, `refuses` or `fails`: there is one, and it does so. */
    mail: "off",
    /** Who has confirmed a link on the shop's page, where it shows the digits 246810; empty: nobody. */
    linkAccount: "",
    now: noon,
    limitedMinutes: 0,
    titles: () =>
      new Map(said.flatMap(({ choices = [] }) => choices.map((one) => [one.title, one.payload]))),
    async hear(event: EventContent): Promise<string[]> {
      const { now, limitedMinutes, mail, reach } = conversation;
      const retryAfterS = limitedMinutes * 60;
      mails = [];
      const turn = await takeTurn(
        bot,
        { conversationId: "c_test", before: state, held, event },
        {
          askMerchant: ask,
          askModel: null,
          limits: {
            count: async (_, attempts) =>
              retryAfterS > 0 && attempts.length > 0 ? [{ limit: "test", retryAfterS }] : [],
            note: async () => {},
          },
          codes: mail === "off" ? null : desk,
          answers: conversation.answers,
          ...(reach && { news: { isPushed: true, reach } }),
          links,
          linkPage: bot.linkPage,
          now: () => now,
          newToken: () => `token-${++tokens}`,
        },
      );
      state = turn.state;
      if (turn.move) held = { holder: turn.move.to, by: null, atMs: now };
      if (turn.replies.length > 0) said = turn.replies;
      const spoken = turn.replies.map((reply) =>
        render(visibleReply(reply, now), { timeZone: bot.timeZone }).replaceAll(
          shop.url,
          publicShopUrl,
        ),
      );
      return [
        ...turn.deliveries.map(whatIsAsked),
        ...mails.map(({ to, text }) => `a mail to ${to}: ${/\d{6}/.exec(text)}`),
        ...spoken.map((text) => `bot: ${text.replaceAll("\n", "\n     ")}`),
        ...(turn.subscription ? [whoIsTold(turn.subscription)] : []),
        ...(turn.personAsked ? ["(a person is asked for)"] : []),
        ...(turn.move?.to === "bot" ? ["(nobody is needed any more)"] : []),
        ...(turn.unanswered
          ? [`(unanswered: ${turn.unanswered.reason.replaceAll("_", " ")})`]
          : []),
      ];
    },
  };
  return conversation;
}

/** The shop's page, in which one customer is signed in; five tries, as everywhere. */
function createLinks(accountNow: () => string): TurnDeps["links"] {
  let triesLeft = 5;
  return {
    offer: async () => "nonce",
    async check(_, typed) {
      const account = accountNow();
      if (account === "") return { kind: "unconfirmed" };
      if (account === "(too late)") return { kind: "expired" };
      if (typed === "246810") return { kind: "linked", account, isOther: false };
      triesLeft -= 1;
      return triesLeft > 0 ? { kind: "wrong", triesLeft } : { kind: "used_up" };
    },
    end: async () => {},
  };
}

const mailOutcomes: Record<string, MailOutcome> = { on: "sent", refuses: "address_refused" };

/** `(is told from now on: order MBA2DSKP5W56, by choice)`. */
function whoIsTold(change: SubscriptionChange): string {
  if (change.kind === "resume") return "(is told again)";
  if (change.kind !== "begin") return `(is told nothing any more: ${change.by})`;
  const { scope, subject, source } = change.subscription;
  return `(is told from now on: ${scope} ${subject}, ${source})`;
}

/** `the shop is asked: orders user_account=… filter=open page=1`: the query's own words. */
function whatIsAsked({ requestBody, outcome }: Delivery): string {
  const { request, params, pagination } = JSON.parse(requestBody);
  const page = pagination ? ` page=${pagination.page}` : "";
  const asked = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  const note = outcome === "answered" ? "" : `  (${outcome.replaceAll("_", " ")})`;
  const isAsked = outcome === "breaker_open" ? "is not asked" : "is asked";
  return `the shop ${isAsked}: ${request.method} ${asked.join(" ")}${page}${note}`;
}

async function setOutage(mode: string): Promise<void> {
  const response = await fetch(`${shop.url}/demo/outage`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ mode }),
  });
  assert(response.ok, `the shop does not know the mode ${mode}`);
}
