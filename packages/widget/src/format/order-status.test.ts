import assert from "node:assert/strict";
import { test } from "node:test";
import { en } from "../phrases/en.ts";
import { zh } from "../phrases/zh.ts";
import { orderStatus } from "./order-status.ts";

test("a common status is told in the reader's language", () => {
  assert.deepEqual(orderStatus(" Unpaid ", en), { words: "Awaiting payment", tone: "wait" });
  assert.deepEqual(orderStatus("on_file", en), { words: "On file", tone: "" });
  assert.deepEqual(orderStatus("cancelled", zh), { words: "已取消", tone: "" });
});

test("any other status stays in the shop's own words", () => {
  assert.equal(orderStatus("Waiting for the tailor", zh).words, "Waiting for the tailor");
  assert.equal(orderStatus("constructor", en).words, "constructor");
});
