import assert from "node:assert/strict";
import { test } from "node:test";
import type { Action } from "@meetbot/model/conversation/action.ts";
import type { GivenChoice } from "@meetbot/model/conversation/conversation.ts";
import type { Reply } from "@meetbot/model/conversation/reply.ts";
import { newToken } from "../secrets/token.ts";
import { issueTokens, resolveChoice } from "./choice-tokens.ts";

const orderNumber = "MBWXS75S9878";
const track: Action = {
  kind: "ask",
  plan: {
    question: { method: "packages", orderNumber, page: 1 },
    finding: null,
    secondTry: false,
  },
};

function offer(...titles: string[]): Reply {
  return {
    kind: "text",
    text: "Choose:",
    choices: titles.map((title) => ({ title, action: track })),
  };
}

test("a choice leaves the server as a title and a token, and the token leads back to its action", () => {
  const { replies, choices } = issueTokens([offer("Where is it?")], "en", [], newToken);
  const [choice] = replies[0]?.choices ?? [];
  assert.deepEqual(Object.keys(choice ?? {}), ["title", "payload"]);
  assert(!JSON.stringify(replies).includes(orderNumber));
  assert.deepEqual(resolveChoice(choice!.payload, choices), track);
});

test("a token of another conversation means nothing here", () => {
  const here = issueTokens([offer("Here")], "en", [], newToken);
  const there = issueTokens([offer("There")], "en", [], newToken);
  assert.equal(resolveChoice(there.replies[0]!.choices![0]!.payload, here.choices), null);
});

test("menu choices have the same payloads everywhere, which nothing remembered can change", () => {
  const menu: Reply = {
    kind: "text",
    text: "Menu:",
    choices: [{ title: "Help", action: { kind: "menu", item: "help" } }],
  };
  const { replies, choices } = issueTokens([menu], "en", [], newToken);
  assert.equal(replies[0]?.choices?.[0]?.payload, "menu:help");
  assert.deepEqual(choices, []);
  const forged = [{ token: "menu:help", action: track }];
  assert.deepEqual(resolveChoice("menu:help", forged), { kind: "menu", item: "help" });
});

test("names that every object has are no choices", () => {
  for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", ""]) {
    assert.equal(resolveChoice(name, []), null);
  }
});

test("the choices offered last work; those of long ago no longer do, and are not kept", () => {
  const payloads: string[] = [];
  let choices: GivenChoice[] = [];
  for (let turn = 0; turn < 100; turn++) {
    const given = issueTokens([offer("One", "Two")], "en", choices, newToken);
    choices = given.choices;
    payloads.push(...given.replies[0]!.choices!.map(({ payload }) => payload));
  }
  const kept = choices.map(({ token }) => token);
  assert(kept.length >= 20 && kept.length < 100, `${kept.length} choices are kept`);
  assert.deepEqual(kept, payloads.slice(-kept.length));
  for (const payload of kept) assert.deepEqual(resolveChoice(payload, choices), track);
});

test("a reply says its language, and has no choices where none are offered", () => {
  const { replies } = issueTokens([offer()], "zh", [], newToken);
  assert.deepEqual(replies, [{ kind: "text", text: "Choose:", locale: "zh" }]);
});
