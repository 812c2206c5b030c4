import assert from "node:assert/strict";
import { test } from "node:test";
import { recognize } from "../recognition/recognize.ts";
import { isUnsure, maxAskedLength } from "./is-unsure.ts";

const unsure = (text: string) => isUnsure(recognize(text));

test("a model may be asked about what the engine makes nothing of", () => {
  for (const text of [
    "the thing I got from you people the other week, any idea?",
    "can a friend of mine pick the color",
    "就那个呗 你懂的",
  ]) {
    assert.equal(unsure(text), true, text);
  }
});

test("nobody is asked about what the engine understands", () => {
  for (const text of [
    "where is my order 12345678?",
    "hello",
    "talk to a person",
    "how much was it?",
    "the second one",
    "it came broken",
    "completed orders",
    "my orders from march",
    "yes",
    "我的快递到哪了",
  ]) {
    assert.equal(unsure(text), false, text);
  }
});

test("nobody is asked about a number, an email or a sign alone", () => {
  for (const text of [
    "12345678",
    "jane@example.com",
    "123456",
    "jane@example.com, 12345678",
    "?",
    "🙏",
  ]) {
    assert.equal(unsure(text), false, text);
  }
});

test("nobody is asked about a story, or about a language that the bot does not speak", () => {
  assert.equal(unsure(`well ${"zorb ".repeat(maxAskedLength / 5)}`), false);
  assert.equal(unsure("buongiorno vorrei sapere qualcosa sul colore della scarpa"), false);
});
