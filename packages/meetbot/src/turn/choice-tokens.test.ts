import assert from "node:assert/strict";
import { test } from "node:test";
import type { Action } from "../model/action.ts";
import type { Reply } from "../model/reply.ts";
import { newToken } from "../secrets/token.ts";
import { giveTokens, resolveChoice } from "./choice-tokens.ts";

const orderNumber = "MBWXS75S9878";
const track = trackOf(1);

function trackOf(page: number): Action {
  const question = { method: "packages", orderNumber, page } as const;
  return { kind: "ask", plan: { question, finding: null, secondTry: false } };
}

function offer(...titles: string[]): Reply {
  return offerTo(track, ...titles);
}

function offerTo(action: Action, ...titles: string[]): Reply {
  return { kind: "text", text: "Choose:", choices: titles.map((title) => ({ title, action })) };
}

test("a choice leaves the server as a title and a token, and the token leads back to its action", () => {
  const { replies, choices } = giveTokens([offer("Where is it?")], "en", {}, newToken);
  const [choice] = replies[0]?.choices ?? [];
  assert.deepEqual(Object.keys(choice ?? {}), ["title", "payload"]);
  assert(!JSON.stringify(replies).includes(orderNumber));
  assert.deepEqual(resolveChoice(choice!.payload, choices), track);
});

test("a token of another conversation means nothing here", () => {
  const here = giveTokens([offer("Here")], "en", {}, newToken);
  const there = giveTokens([offer("There")], "en", {}, newToken);
  assert.equal(resolveChoice(there.replies[0]!.choices![0]!.payload, here.choices), null);
});

test("menu choices have the same payloads everywhere, which nothing remembered can change", () => {
  const menu: Reply = {
    kind: "text",
    text: "Menu:",
    choices: [{ title: "Help", action: { kind: "menu", item: "help" } }],
  };
  const { replies, choices } = giveTokens([menu], "en", {}, newToken);
  assert.equal(replies[0]?.choices?.[0]?.payload, "menu:help");
  assert.deepEqual(choices, {});
  const forged = { "menu:help": track };
  assert.deepEqual(resolveChoice("menu:help", forged), { kind: "menu", item: "help" });
});

test("names that every object has are no choices", () => {
  for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", ""]) {
    assert.equal(resolveChoice(name, {}), null);
  }
});

test("the choices offered last work; those of long ago no longer do, and are not kept", () => {
  const payloads: string[] = [];
  let choices: Record<string, Action> = {};
  for (let turn = 0; turn < 100; turn++) {
    const offers = [offerTo(trackOf(2 * turn), "One"), offerTo(trackOf(2 * turn + 1), "Two")];
    const given = giveTokens(offers, "en", choices, newToken);
    choices = given.choices;
    payloads.push(...given.replies.map(({ choices }) => choices![0]!.payload));
  }
  const kept = Object.keys(choices);
  assert(kept.length >= 20 && kept.length < 100, `${kept.length} choices are kept`);
  assert.deepEqual(kept, payloads.slice(-kept.length));
  for (const payload of kept) {
    assert.deepEqual(resolveChoice(payload, choices), trackOf(payloads.indexOf(payload)));
  }
});

test("what is offered again has the token it had, and counts as offered last", () => {
  const once = giveTokens([offer("Where is it?")], "en", {}, newToken);
  const [[token] = []] = Object.entries(once.choices);
  const others = Array.from({ length: 29 }, (_, nth) => offerTo(trackOf(2 + nth), "Other"));
  const full = giveTokens(others, "en", once.choices, newToken);
  const again = giveTokens([offer("Where is it?")], "en", full.choices, newToken);
  assert.equal(again.replies[0]?.choices?.[0]?.payload, token);
  assert.equal(Object.keys(again.choices).length, 30);
  const { choices } = giveTokens([offerTo(trackOf(99), "New")], "en", again.choices, newToken);
  assert.deepEqual(resolveChoice(token!, choices), track);
});

test("a reply says its language, and has no choices where none are offered", () => {
  const { replies } = giveTokens([offer()], "zh", {}, newToken);
  assert.deepEqual(replies, [{ kind: "text", text: "Choose:", locale: "zh" }]);
});
