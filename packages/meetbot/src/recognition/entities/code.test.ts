import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { recognize } from "../recognize.ts";

const found: [utterance: string, code: string][] = [
  ["482913", "482913"],
  ["482 913", "482913"],
  ["482-913", "482913"],
  ["4 8 2 9 1 3", "482913"],
  ["48 29 13", "482913"],
  ["４８２９１３", "482913"],
  ["４８２　９１３", "482913"],
  ["the code is 482913, thanks", "482913"],
  ["482913.", "482913"],
  ["验证码是482913", "482913"],
  ["您的验证码：482913，10 分钟内有效", "482913"],
  ["482913 (valid for 10 minutes)", "482913"],
  ["000000", "000000"],
  ["482913, I repeat: 482 913", "482913"],
];

const notFound = [
  "48291",
  "4829131",
  "482913 or 482914",
  "MB482913",
  "482913a",
  "order 1042 from 2026",
  "13800138000",
  "2026-11-24",
  "4829.13",
  "482913@example.com",
];

describe("codes", () => {
  for (const [utterance, code] of found) {
    it(`reads ${code} in: ${utterance}`, () => assert.equal(recognize(utterance).code, code));
  }
  for (const utterance of notFound) {
    it(`reads none in: ${utterance}`, () => assert.equal(recognize(utterance).code, null));
  }
});
