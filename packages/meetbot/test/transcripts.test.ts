import assert from "node:assert/strict";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { startDemoStore } from "@meetbot/demo-store";
import { type AnswerBook, emptyBook } from "@meetbot/model/answers/answer-book.ts";
import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import { newSecret } from "@meetbot/protocol";
import { demoAnswers } from "../src/cli/demo/demo-answers.ts";
import { openConversation, today } from "./fixtures/played-conversation.ts";

// Each file of test/transcripts is a conversation with the demo shop, played as it stands: the test sends the
// customer's lines and compares everything else. `UPDATE_TRANSCRIPTS=1 npm test --
// packages/meetbot/test/transcripts.test.ts` writes the current output to the files: read the diff.

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
  const conversation = openConversation(bot, signingSecret, (text) =>
    text.replaceAll(shop.url, publicShopUrl),
  );
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

async function setOutage(mode: string): Promise<void> {
  const response = await fetch(`${shop.url}/demo/outage`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ mode }),
  });
  assert(response.ok, `the shop does not know the mode ${mode}`);
}
