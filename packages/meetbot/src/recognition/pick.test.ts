import assert from "node:assert/strict";
import { test } from "node:test";
import { recognize } from "./recognize.ts";

const picks: Record<string, readonly string[]> = {
  1: ["the first one", "1", "1st", "First order please", "第一个", "查第一单", "第1个吧"],
  2: ["second", "the 2nd package", "number 2", "#2", "第二个", "看一下第二个订单", "２"],
  3: ["option 3", "3.", "第三件"],
  last: ["the last one", "最后一个", "最后那单"],
  next: [
    "more",
    "show me more orders",
    "next page please",
    "any more?",
    "更多",
    "下一页",
    "还有吗？",
  ],
  code: ["send me a code", "Email me the code please", "send it again", "发验证码", "再发一次"],
  unknown: [
    "I don't know",
    "i don't have one",
    "no idea",
    "不知道",
    "没有单号",
    "我不记得了",
    "订单号忘了",
  ],
  yes: [
    "yes",
    "Yes please!",
    "ok",
    "OK thanks",
    "sure",
    "好的",
    "嗯嗯",
    "是的",
    "可以",
    "好的，谢谢",
  ],
  no: ["no", "nope", "No, thanks", "不是", "没有了", "不用"],
};

for (const [picked, utterances] of Object.entries(picks)) {
  test(`points at ${picked}: ${utterances.join(" · ")}`, () => {
    for (const utterance of utterances) {
      assert.equal(String(recognize(utterance).picked), picked, utterance);
    }
  });
}

test("whatever says more than which one is meant points at nothing", () => {
  for (const utterance of [
    "where is the second one I ordered last week?",
    "I waited 2 days",
    "no packages arrived",
    "yes but where is my order",
    "第二个什么时候到",
    "不是这个订单",
    "1042",
    "",
    "???",
  ]) {
    assert.equal(recognize(utterance).picked, null, utterance);
  }
});
