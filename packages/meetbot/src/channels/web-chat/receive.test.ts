import assert from "node:assert/strict";
import { test } from "node:test";
import { receive } from "./receive.ts";

const id = "3F2504E0-4F89-41D3-9A0C-0305E82C3301";
const bodyOf = (fields: object) => JSON.stringify({ id, ...fields });
const refusal = (body: string) => {
  try {
    receive(body);
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return "taken";
};

test("a text and a tap are read with the page's id as dedupe key, in lower case", () => {
  const dedupeKey = id.toLowerCase();
  assert.deepEqual(receive(bodyOf({ text: " 我的订单 \u0000 " })), [
    { dedupeKey, content: { kind: "text", text: " 我的订单 \u0000 " } },
  ]);
  assert.deepEqual(receive(bodyOf({ payload: "menu:orders" })), [
    { dedupeKey, content: { kind: "tap", payload: "menu:orders" } },
  ]);
});

test("each mistake has its own code", () => {
  assert.equal(refusal("{"), "invalid_json");
  assert.equal(refusal("[]"), "not_an_object");
  assert.equal(refusal("null"), "not_an_object");
  assert.equal(refusal(JSON.stringify({ text: "hi" })), "invalid_id");
  assert.equal(refusal(JSON.stringify({ id: 1, text: "hi" })), "invalid_id");
  assert.equal(refusal(JSON.stringify({ id: `${id}0`, text: "hi" })), "invalid_id");
  assert.equal(refusal(bodyOf({})), "text_or_payload");
  assert.equal(refusal(bodyOf({ text: "hi", payload: "menu:orders" })), "text_or_payload");
  assert.equal(refusal(bodyOf({ text: " \n" })), "invalid_text");
  assert.equal(refusal(bodyOf({ text: 5 })), "invalid_text");
  assert.equal(refusal(bodyOf({ text: "x".repeat(4001) })), "text_too_long");
  assert.equal(refusal(bodyOf({ text: "x".repeat(4000) })), "taken");
  assert.equal(refusal(bodyOf({ payload: "" })), "invalid_payload");
  assert.equal(refusal(bodyOf({ payload: "x".repeat(201) })), "invalid_payload");
  assert.equal(refusal(bodyOf({ payload: null })), "invalid_payload");
});
