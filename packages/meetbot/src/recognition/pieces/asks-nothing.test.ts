import assert from "node:assert/strict";
import { test } from "node:test";
import { recognize } from "../recognize.ts";
import { asksNothing, namesOnly } from "./asks-nothing.ts";

const openers = [
  ...[
    "hi",
    "Hi!",
    "hello",
    "hello?",
    "hey there",
    "helo",
    "good morning",
    "dear sir",
    "👋",
    "Hi team",
  ],
  ...["excuse me", "Excuse me...", "ok so", "um", "So,", "quick question", "I have a question"],
  ...[
    "hi, quick question",
    "sorry to bother you",
    "Hello, can I ask you something?",
    "anyone there?",
  ],
  ...[
    "在吗",
    "在吗？",
    "在",
    "亲",
    "亲，在吗",
    "亲在么",
    "你好",
    "您好",
    "请问",
    "请问一下",
    "請問一下",
    "你好，请问",
  ],
  ...[
    "我想问一下",
    "咨询一下",
    "麻烦问下",
    "不好意思，打扰一下",
    "我有个问题",
    "有人吗",
    "客服在吗",
    "哈喽",
    "喂",
  ],
  ...[
    "hola",
    "disculpe",
    "una pregunta",
    "Guten Tag",
    "Entschuldigung",
    "kurze Frage",
    "Hätte eine Frage",
  ],
  ...["bonjour", "excusez-moi", "olá", "com licença", "すみません"],
];

const asking = [
  ...[
    "my order",
    "where is my order?",
    "order",
    "help",
    "thanks",
    "bye",
    "ok",
    "yes",
    "no",
    "cancel",
    "menu",
  ],
  ...[
    "MB1234567",
    "hi MB1234567",
    "1042",
    "anna@example.com",
    "hi, anna@example.com",
    "the second one",
  ],
  ...[
    "human please",
    "hello, I want a person",
    "are you a robot?",
    "sorry",
    "hi, do you ship to Spain?",
  ],
  ...[
    "hi my parcel is late",
    "So where is it",
    "what",
    "this is a scam",
    "stop",
    "wait",
    "do you speak Chinese?",
  ],
  ...[
    "我的快递",
    "怎么还没到",
    "在吗 我的快递呢",
    "人工",
    "人工在吗",
    "你好，退货",
    "谢谢",
    "好的",
    "第二个",
    "那个",
  ],
  ...[
    "请问发货了吗",
    "有问题",
    "投诉",
    "¿dónde está mi pedido?",
    "wo ist es",
    "danke",
    "xin chào bạn nhé",
  ],
];

test("a greeting, a particle or the announcement of a question asks for nothing", () => {
  for (const text of openers) assert.equal(asksNothing(recognize(text)), true, text);
});

test("whatever asks, answers, thanks, refuses or gives something is no opener", () => {
  for (const text of asking) assert.equal(asksNothing(recognize(text)), false, text);
});

test("an order that is only named is told from one that is asked for", () => {
  const named = [
    "my order",
    "order",
    "about my package",
    "订单",
    "我的快递",
    "我的订单",
    "meine Bestellung",
  ];
  for (const text of named) assert.equal(namesOnly(recognize(text)), true, text);
  const asked = [
    ...[
      "where is my order",
      "my order?",
      "my package is late",
      "my order MB1234567",
      "the second order",
    ],
    ...[
      "我的快递呢",
      "我的快递到哪了",
      "怎么还没到",
      "我的快递吗",
      "hi",
      "在吗",
      "cancel my order",
      "all my orders",
    ],
    ...[
      "my unpaid orders",
      "is it a robot",
      "return my order",
      "1042",
      "third week now",
      "did my mom get the flowers",
    ],
  ];
  for (const text of asked) assert.equal(namesOnly(recognize(text)), false, text);
});
