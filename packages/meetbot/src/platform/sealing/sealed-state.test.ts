import assert from "node:assert/strict";
import { createSecretKey, randomBytes } from "node:crypto";
import { test } from "node:test";
import type { GivenChoice } from "@meetbot/model/conversation/conversation.ts";
import { newChoiceToken } from "../../secrets/token.ts";
import { state } from "../../store/store.fixture.ts";
import { openState, sealState } from "./sealed-state.ts";

const key = createSecretKey(randomBytes(32));
const ref = { botId: "bot_1", conversationId: "c_1" };

/** The most choices that a conversation remembers, of so many kinds. */
function withChoices(kinds: number) {
  const choices = Array.from({ length: 30 }, (_, nth): GivenChoice => {
    const question = { method: "packages", orderNumber: `MB-${nth % kinds}`, page: 1 } as const;
    const plan = { question, finding: null, secondTry: false };
    return { token: newChoiceToken(), action: { kind: "ask", plan } };
  });
  return { ...state, choices };
}

test("a state opens as it was, its choices in their order", () => {
  for (const kinds of [1, 4, 30]) {
    const before = withChoices(kinds);
    const after = openState(key, ref, sealState(key, ref, before));
    assert.deepEqual(after, before);
  }
});

test("a state whose choices repeat a few actions fits into a row", () => {
  // PostgreSQL writes aside what is longer than about 2 kB a row; 400 bytes are other columns.
  const { length } = sealState(key, ref, withChoices(4));
  assert(length < 1_600, `${length} bytes`);
});
