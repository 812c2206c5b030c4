import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Intent } from "@meetbot/model/conversation/recognition.ts";
import fc from "fast-check";
import { explain, recognize } from "./recognize.ts";

/** Utterances that must be acted on, or left to others where the intent is `other`. */
const intents: Record<Intent, string[]> = {
  order_query: [
    "my orders",
    "where is my order?",
    "wheres my oder",
    "whats the status of my purchase",
    "can you look up order 4471",
    "show me the unpaid orders",
    "I'd like details of my last order",
    "Hi! Order status please, thank you",
    "我的订单",
    "帮我查一下订单",
    "待付款订单",
    "查詢訂單狀態",
    "你好，我想看看我的订单",
    "订单号88120455",
    "我的订单怎么回事",
  ],
  package_track: [
    "where's my stuff",
    "has my parcel been shipped yet?",
    "when will my package arrive",
    "I still haven't received my delivery",
    "track my pakage",
    "my shipment is three days late",
    "tracking hasn't updated since Monday",
    "hello, will it be delivered tomorrow?",
    "1Z4X8F920312345675",
    "我的快递到哪了",
    "什么时候发货",
    "发货了吗",
    "has it shipped?",
    "明天能到吗",
    "都一个星期了，还没收到货",
    "物流信息一直没更新",
    "包裹丟了嗎？我的快遞不見了",
    "查快递",
    "您好，东西几点能送到",
    "快遞到哪裡了",
  ],
  greeting: ["hi", "Hello there!", "good morning", "你好", "在吗", "早上好", "您好，有人吗？"],
  help: ["help", "what can you do?", "how does this work", "帮助", "你能做什么", "有什么功能"],
  human_agent: [
    "I want to talk to a human",
    "agent please",
    "can I speak to a real person",
    "转人工",
    "我要找真人客服",
    "人工客服",
    "my order has not arrived, let me talk to a human",
  ],
  cancel: ["cancel", "never mind", "start over please", "取消", "算了", "重新开始", "不查了"],
  thanks_bye: [
    "thanks!",
    "ok, thank you very much",
    "bye",
    "谢谢",
    "好的，谢谢你",
    "再見",
    "👍",
    "ok 👍🏽",
    "好的 🙏",
  ],
  other: [
    "cancel my order",
    "I want a refund for my order",
    "how do I return this package",
    "send me the invoice for order 4471",
    "how soon would it arrive if I order today",
    "please change the address of my order",
    "when will my new bank card arrive",
    "can I order a custom size",
    "is it in stock",
    "what's the weather",
    "取消订单",
    "我要退货",
    "什么时候退款到账",
    "发票什么时候寄",
    "现在下单明天能到吗",
    "改一下收货地址",
    "什么时候有货",
    "空调坏了，师傅什么时候上门",
    "今天天气怎么样",
    "没有单号",
    "🔧",
    "",
  ],
};

describe("intents", () => {
  for (const [intent, utterances] of Object.entries(intents)) {
    for (const utterance of utterances) {
      it(`takes for ${intent}: ${utterance}`, () => {
        const { recognition, reasons } = explain(utterance);
        const seen = `${recognition.intent} by ${JSON.stringify(reasons)}`;
        assert.equal(recognition.intent, intent, seen);
        assert.equal(recognition.decision, intent === "other" ? "none" : "act", seen);
      });
    }
  }

  for (const utterance of [
    "delivery?",
    "4471",
    "88120455",
    "lena@posteo.net",
    "my email is lena@posteo.net",
    "我的邮箱是lena@posteo.net",
    "order",
    "purchase please",
    "it's been two weeks",
    "配送",
    "单号",
  ]) {
    it(`asks back at: ${utterance}`, () => assert.equal(recognize(utterance).decision, "clarify"));
  }

  it("tells what decided, how much it counted, and on which words", () => {
    const reasons = explain("where is my parcel").reasons;
    assert.equal(reasons[0]?.rule, "where is it");
    assert.equal(reasons[0]?.text, "where is my parcel");
    assert.match(reasons[0]?.effect ?? "", /^\+\d\.\d$/);
    assert.ok(reasons.some(({ rule, text }) => rule === "concepts" && text !== ""));
    assert.ok(reasons.some(({ rule, text }) => rule === "words" && text !== ""));
    const presale = explain("when will it arrive if I order today").reasons;
    assert.equal(presale[0]?.rule, "no rule");
    assert.ok(reasons.length <= 11 && presale.length <= 11);
    assert.deepEqual(explain("thanks!").reasons, [
      { rule: "thanks or leaves", effect: "thanks_bye", text: "thanks" },
    ]);
  });

  it("knows what a shop does and the bot does not from what it cannot make out", () => {
    assert.equal(recognize("I want a refund for my order").isOtherTopic, true);
    assert.equal(recognize("取消订单").isOtherTopic, true);
    assert.equal(recognize("qwzx vbn").isOtherTopic, false);
    assert.equal(recognize("where is my order").isOtherTopic, false);
  });

  it("is the surer of something else the less an utterance asks for an order", () => {
    const confidences = ["what's the weather", "how long does shipping take to Spain"].map(
      (utterance) => recognize(utterance),
    );
    assert.ok(confidences.every(({ intent }) => intent === "other"));
    assert.ok((confidences[0]?.confidence ?? 0) > (confidences[1]?.confidence ?? 1));
  });
});

describe("filter", () => {
  const filters = {
    unpaid: ["unpaid orders", "orders awaiting payment", "待付款订单", "沒付款的訂單", "未付款"],
    past: ["my past orders", "completed orders", "order history", "已完成的订单", "历史订单"],
    open: ["open orders", "orders in progress", "进行中的订单", "未完成的订单"],
    none: ["my orders", "it should have come before Monday", "我的订单", "过去三天了"],
  };
  for (const [filter, utterances] of Object.entries(filters)) {
    for (const utterance of utterances) {
      it(`reads ${filter} in: ${utterance}`, () => {
        assert.equal(recognize(utterance).filter ?? "none", filter);
      });
    }
  }
});

describe("locale", () => {
  const zh = ["我的快递", "我的order到哪了", "查 lena@posteo.net 的订单", "iPhone 什么时候到"];
  const en = ["where is it", "where is my 快递", "order 4471"];
  for (const utterance of zh) {
    it(`is Chinese: ${utterance}`, () => assert.equal(recognize(utterance).locale, "zh"));
  }
  for (const utterance of en) {
    it(`is English: ${utterance}`, () => {
      assert.equal(recognize(utterance, { fallbackLocale: "zh" }).locale, "en");
    });
  }
  it("is the fallback where no word is written", () => {
    for (const utterance of ["lena@posteo.net", "88120455", "AB-2291-X", "👍", "", "?!"]) {
      assert.equal(recognize(utterance, { fallbackLocale: "zh" }).locale, "zh", utterance);
      assert.equal(recognize(utterance).locale, "en", utterance);
    }
  });
});

describe("any input", () => {
  const fragments = fc.constantFrom(
    ..."@|.|dot| at |艾特|点|order|订单|#|1Z|12345678|快递|到哪了|\uD83D|\u200B|\u202E|＠|１|ａ|ß|İ|ﷺ| |\n|a@b.com|没|能|给我".split(
      "|",
    ),
  );
  const utterances = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join("")),
  );

  it("is recognized without a throw, with offsets that point at what was written", () => {
    fc.assert(
      fc.property(utterances, (utterance) => {
        const { entities, bareIdentifier, confidence, text } = recognize(utterance);
        assert.equal(text, utterance);
        assert.ok(confidence >= 0 && confidence <= 1);
        for (const { text, start, end } of Object.values(entities).flat()) {
          assert.ok(start < end && end <= utterance.length);
          assert.equal(utterance.slice(start, end), text);
        }
        for (const { value } of entities.emails) {
          assert.match(value, /^[\p{L}\w%+&'.-]{1,64}@[\p{L}\d.-]+\.[a-z0-9-]{2,}$/u);
          assert.ok(value.length <= 254);
        }
        for (const { value } of [...entities.orderNumbers, ...entities.packageNumbers]) {
          assert.match(value, /^[A-Za-z0-9/_-]{1,64}$/);
        }
        assert.match(bareIdentifier ?? "123", /^[A-Za-z0-9#_-]{3,64}$/);
      }),
      { numRuns: 2000 },
    );
  });

  it("puts no number into both lists", () => {
    fc.assert(
      fc.property(utterances, (utterance) => {
        const { orderNumbers, packageNumbers } = recognize(utterance).entities;
        const values = [...orderNumbers, ...packageNumbers].map(({ value }) => value.toLowerCase());
        assert.equal(new Set(values).size, values.length);
      }),
    );
  });

  const endless = [
    "a",
    "@",
    "a@",
    "a@b.",
    " at ",
    " dot ",
    "1",
    "1234 ",
    "order ",
    "#",
    "when ",
    "什么时候",
    "没能",
    "没",
    "会",
    "能",
    "物流",
    "where my ",
    "not ",
    "\u200B",
    "\uD800",
    "ﷺ",
    "(at)",
    "1z ",
    "no ",
    "点",
    " ",
    "order 12345 ",
    "https://",
    "a-",
    ".",
    "?",
  ];
  for (const piece of endless) {
    it(`takes linear time over ${JSON.stringify(piece)} without end`, () => {
      const time = (length: number) => {
        const utterance = piece.repeat(length / piece.length);
        // Time of the processor, not of the clock: other processes do not count.
        const runs = Array.from({ length: 5 }, () => {
          const begin = process.cpuUsage();
          recognize(utterance);
          const { user, system } = process.cpuUsage(begin);
          return (user + system) / 1_000;
        });
        return Math.min(...runs);
      };
      time(1_000);
      const short = Math.max(time(4_000), 1);
      // Eight times the input: linear work takes about 8 times as long, quadratic 64 times.
      assert.ok(time(32_000) < 32 * short, "grows faster than the input");
    });
  }
});

it("who says in one clause that they want a person asks for one, whatever the others say", () => {
  const intentOf = (text: string) => recognize(text).intent;
  for (const text of [
    "I want a person, my parcel is broken",
    "can a human help me? wrong item",
    "am I talking to a bot? I want a human",
    "the lamp is in pieces. I'd like to have someone please",
    "我要一个人，东西碎了",
  ]) {
    assert.equal(intentOf(text), "human_agent", text);
  }
  for (const text of [
    "no I do not want a person, my parcel is broken",
    "I was promised that a person calls me, my parcel is broken",
    "I want the person who ordered it",
  ]) {
    assert.notEqual(intentOf(text), "human_agent", text);
  }
});

it("far from orders, what no rule sees is not asked about unless it is likely", () => {
  for (const text of [
    "how long until my tires need air",
    "how long since my last haircut",
    "what did i want to remember",
  ]) {
    assert.equal(recognize(text).decision, "none", text);
  }
});
