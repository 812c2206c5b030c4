import assert from "node:assert/strict";
import { test } from "node:test";
import type { ModelCommand } from "@meetbot/model/conversation/model-command.ts";
import { recognize } from "../recognition/recognize.ts";
import { applyCommand } from "./apply-command.ts";
import { maskUtterance } from "./mask-utterance.ts";

const said = recognize("the thing I got from you people the other week, any idea?");

const apply = (command: Partial<ModelCommand>, isSignedIn = false) =>
  applyCommand(
    said,
    {
      ...{ intent: "other", about: [], topic: null },
      slots: { order_number: null, package_number: null },
      ...command,
    },
    { masked: maskUtterance(said), isSignedIn },
  );

test("a word to the talk is taken, a request for an order only of whoever is signed in", () => {
  for (const intent of ["greeting", "help", "human_agent", "cancel", "thanks_bye"] as const) {
    assert.equal(apply({ intent }).decision, "act", intent);
  }
  for (const intent of ["order_query", "package_track"] as const) {
    assert.equal(apply({ intent }).decision, "clarify", intent);
    assert.equal(apply({ intent }, true).decision, "act", intent);
  }
});

test("a topic counts beside whatever intent, but for a person", () => {
  const heard = apply({ intent: "cancel", topic: "returns" });
  assert.deepEqual(heard.topic, { id: "returns", confidence: 0.7, example: null });
  assert.deepEqual([heard.intent, heard.concern, heard.isOtherTopic], ["other", "return", true]);
  assert.equal(apply({ topic: "own_gift_wrap" }).topic?.id, "own_gift_wrap");
  assert.equal(apply({ intent: "human_agent", topic: "returns" }).intent, "human_agent");
});

test("a command that says nothing leaves what the engine read", () => {
  assert.equal(apply({}), said);
});

test("a fact alone is asked of what is shown", () => {
  const heard = apply({ about: ["total"] });
  assert.deepEqual([heard.about, heard.decision, heard.by], [["total"], said.decision, "model"]);
});
