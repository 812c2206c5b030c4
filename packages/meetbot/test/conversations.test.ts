import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import { render } from "../src/channels/text/render.ts";
import { openTalk, textsOf, titlesOf } from "../src/turn/talk.fixture.ts";
import { campingShop } from "./fixtures/camping-shop.ts";

// Whole conversations as customers have them, written by people who did not know what the bot says. They
// ask for what a customer must get, not for words: any of several will do. Those that are known not to be
// had yet are listed with what is missing, and a test says when one of them is.

/** What a customer says, and what they must be shown or told; texts are compared in lower case. */
interface Line {
  say: string;
  /** In texts and cards. */
  shows_any?: string[];
  /** One of each. */
  shows_all?: string[][];
  shows_none?: string[];
  /** In texts and the titles of buttons. */
  text_any?: string[];
  text_none?: string[];
  no_card?: true;
}

interface Conversation {
  id: string;
  lang: "en" | "zh";
  turns: Line[];
}

/** Not whole yet: which line is answered wrongly, and why. */
const notYet: Record<string, string> = {
  "en-o08": "“can't you just do it” shows the order instead of naming a person again",
  "en-o17": "“their number for it” is not read as the tracking number",
};

const folder = fileURLToPath(new URL("conversations", import.meta.url));
for (const file of globSync(`${folder}/*.json`).sort()) {
  const conversation: Conversation = JSON.parse(readFileSync(file, "utf8"));
  const reason = notYet[conversation.id];
  test(`conversation ${basename(file, ".json")}${reason ? `, not whole yet: ${reason}` : ""}`, async () => {
    const wrong = await play(conversation);
    if (reason === undefined) assert.deepEqual(wrong, []);
    else assert.notDeepEqual(wrong, [], "it is whole now: take it out of the list");
  });
}

/** Plays one; returns what was answered wrongly. */
async function play({ lang, turns }: Conversation): Promise<string[]> {
  const talk = openTalk(campingShop, { locale: lang });
  await talk.open();
  const wrong = [];
  for (const line of turns) {
    const replies = await talk.say(line.say);
    const faults = faultsOf(line, replies);
    if (faults.length > 0) wrong.push(`${line.say} → ${drawn(replies)}: ${faults.join("; ")}`);
  }
  return wrong;
}

function faultsOf(line: Line, replies: VisibleReply[]): string[] {
  const shown = drawn(replies).toLowerCase();
  const said = [...textsOf(replies), ...titlesOf(replies)].join(" ").toLowerCase();
  const has = (text: string) => (words: string) => text.includes(words.toLowerCase());
  const { shows_any: any, shows_all: all = [], shows_none = [], text_any, text_none = [] } = line;
  const faults = [
    ...(any && !any.some(has(shown)) ? [`shows none of ${any.slice(0, 3)}`] : []),
    ...all.filter((one) => !one.some(has(shown))).map((one) => `shows none of ${one.slice(0, 3)}`),
    ...shows_none.filter(has(shown)).map((words) => `shows ${words}`),
    ...(text_any && !text_any.some(has(said)) ? [`says none of ${text_any.slice(0, 3)}`] : []),
    ...text_none.filter(has(said)).map((words) => `says ${words}`),
    ...(line.no_card && replies.some(({ kind }) => kind !== "text") ? ["shows a card"] : []),
  ];
  return replies.length > 0 ? faults : ["says nothing"];
}

/** All of it as text, links and buttons too. */
const drawn = (replies: VisibleReply[]) =>
  replies.map((reply) => render(reply, { timeZone: "UTC" })).join("\n");
