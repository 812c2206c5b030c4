import assert from "node:assert/strict";
import { test } from "node:test";
import { countOpen, newsOf, type Watch } from "./news-of.ts";

const row = (conversation_id: string, changes = {}) => ({
  ...{ conversation_id, waiting_since: null, customer_at: null, unanswered: false },
  ...changes,
});
const watch = (parts: Partial<Watch> = {}): Watch => ({
  ...{ mine: [], waiting: [], waitingCount: parts.waiting?.length ?? 0, mentions: [] },
  ...parts,
});
const [early, late] = ["2026-11-29T10:00:00.000Z", "2026-11-29T10:05:00.000Z"];

test("who begins to wait is told once, and again where they wait anew", () => {
  const one = watch({ waiting: [row("a", { waiting_since: early })] });
  assert.deepEqual(newsOf(watch(), one, "all"), [{ kind: "waiting", conversationId: "a" }]);
  assert.deepEqual(newsOf(one, one, "all"), []);
  const anew = watch({ waiting: [row("a", { waiting_since: late })] });
  assert.equal(newsOf(one, anew, "all").length, 1);
  assert.deepEqual(newsOf(watch(), one, "mine"), [], "it is nobody's yet");
});

test("what a customer writes in one's own conversation is told; what one answered is not", () => {
  const asked = watch({ mine: [row("a", { customer_at: early, unanswered: true })] });
  const more = watch({ mine: [row("a", { customer_at: late, unanswered: true })] });
  const answered = watch({ mine: [row("a", { customer_at: late })] });
  assert.deepEqual(newsOf(asked, more, "mine"), [{ kind: "message", conversationId: "a" }]);
  assert.deepEqual(newsOf(asked, answered, "mine"), []);
});

test("the tab counts whoever waits, and one's own that stand unanswered", () => {
  const now = watch({
    mine: [row("a", { unanswered: true }), row("b")],
    waiting: [row("c", { waiting_since: early })],
    waitingCount: 120,
  });
  assert.equal(countOpen(now, "all"), 121);
  assert.equal(countOpen(now, "mine"), 1);
});

test("a note that calls somebody is told once, also where they want their own alone, and counts until it is seen", () => {
  const by = { operator_id: "ben", name: "Ben" };
  const called = watch({
    mine: [row("a", { unanswered: true })],
    mentions: [
      { note_id: "1", conversation_id: "a", by },
      { note_id: "2", conversation_id: "b", by },
    ],
  });
  const before = { ...called, mentions: called.mentions.slice(0, 1) };
  assert.deepEqual(newsOf(before, called, "mine"), [{ kind: "mention", conversationId: "b" }]);
  assert.deepEqual(newsOf(called, called, "mine"), []);
  assert.equal(countOpen(called, "mine"), 2, "each conversation counts once");
  const waits = { ...called, waiting: [row("b", { waiting_since: early })], waitingCount: 1 };
  assert.equal(countOpen(waits, "all"), 2);
});
