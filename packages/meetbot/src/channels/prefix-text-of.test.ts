import assert from "node:assert/strict";
import { test } from "node:test";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import { prefixTextOf } from "./prefix-text-of.ts";

const lead = "Here is your order:";
const choices = [{ title: "Where is it?", payload: "token" }];

test("only a reply that has nothing but words can be said with the next one", () => {
  const text = { kind: "text" as const, locale: "en" as const, text: lead };
  assert.equal(prefixTextOf(text), lead);
  const others: VisibleReply[] = [
    { ...text, choices },
    { ...text, ask: "email" },
    { ...text, link: { title: "Sign in", url: "https://shop.example/" } },
    { kind: "orders", locale: "en", orders: [] },
  ];
  assert.deepEqual(others.map(prefixTextOf), [null, null, null, null]);
});
