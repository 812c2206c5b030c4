import assert from "node:assert/strict";
import { test } from "node:test";
import { readWords } from "../../../test/read-words.ts";
import { formatTimeLeft } from "./format-time-left.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

test("a span is said in its two greatest units, and never as nothing", async () => {
  const spans = [await readWords("en", "keys"), await readWords("zh", "keys")];
  const say = (ms: number) => spans.map(({ main }) => formatTimeLeft(ms, main.span));
  assert.deepEqual(say(23 * hourMs + 40.2 * minuteMs), ["23 h 41 min", "23 小时 41 分钟"]);
  assert.deepEqual(say(24 * hourMs), ["24 h", "24 小时"]);
  assert.deepEqual(say(167 * hourMs), ["6 d 23 h", "6 天 23 小时"]);
  assert.deepEqual(say(168 * hourMs), ["7 d", "7 天"]);
  assert.deepEqual(say(100), ["1 min", "1 分钟"]);
  assert.deepEqual(say(0), ["1 min", "1 分钟"]);
});
