import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import type { TalkMessage } from "../store/read-talk.ts";
import { type TalkOptions, talkToSync, toldAtOnce } from "./talk-to-sync.ts";

const facts = { at: new Date(0), author: null, isRedacted: false };

const said = (seq: number, content: EventContent): TalkMessage => ({
  ...{ ...facts, seq, from: "customer" },
  event: { dedupeKey: `${seq}`, content },
});
const replied = (seq: number, reply: OutboundReply): TalkMessage => ({
  ...{ ...facts, seq, from: "bot", reply },
});
const text = (words: string, more: object = {}): OutboundReply => ({
  ...{ kind: "text", locale: "en", text: words, ...more },
});

const number = "12345678902";
const transcript: TalkMessage[] = [
  said(1, { kind: "start", locale: "en", account: null }),
  replied(2, text("Hi", { choices: [{ title: "My orders", payload: "t0ken" }] })),
  said(3, { kind: "tap", payload: "t0ken" }),
  said(4, { kind: "text", text: `Where is ${number}? I am yilia@meetbot.biz` }),
  replied(5, text(`Is it ${number} of yilia@meetbot.biz?`)),
  replied(6, text("It goes to 1 Hacker Way.", { facts: [{ about: "address", value: "x" }] })),
  replied(7, text("Yilia Meetbot gets it.", { expires: 1 })),
  replied(7, text("Your Oak Lamp was sent.", { ofOrder: { personal: [] } })),
  replied(8, {
    ...{ kind: "orders", locale: "en" },
    orders: [
      {
        ...{ level: 2, expires: 1 },
        item: { order_number: number, status: "Shipped", recipient_name: "Yilia Meetbot" },
      },
    ],
  }),
  replied(
    9,
    text("Sign in there.", { link: { title: "Sign in", url: "https://x.example/s3cret" } }),
  ),
  said(10, { kind: "media" }),
  { ...facts, seq: 11, from: "person", name: "Ada", author: "op_ada", reply: text("Good morning") },
  { ...facts, seq: 12, from: "person", name: "Bo", author: "desk", reply: text("From the desk") },
  { ...said(13, { kind: "text", text: "•••" }), isRedacted: true },
];

const options: TalkOptions = {
  ...{ toldSeq: 0, locale: "en", withNumbers: false, orderNumberFormat: null, timeZone: "UTC" },
};
const told = (other: Partial<TalkOptions> = {}) => talkToSync(transcript, { ...options, ...other });

test("the customer's words go to the desk as they are, the bot's without what it told of orders", () => {
  const { words, lastSeq, isMore } = told();
  assert.deepEqual(
    words.map(({ seq, by, text: one }) => [seq, by, one]),
    [
      [2, "bot", "Hi"],
      [3, "customer", "My orders"],
      [4, "customer", `Where is ${number}? I am yilia@meetbot.biz`],
      [5, "bot", "Is it •••8902 of y•••@m•••.biz?"],
      [6, "bot", "(told something of an order: see it in Meetbot's inbox)"],
      [7, "bot", "(told something of an order: see it in Meetbot's inbox)"],
      [7, "bot", "(told something of an order: see it in Meetbot's inbox)"],
      [8, "bot", "Order •••8902 · Shipped"],
      [9, "bot", "Sign in there."],
      [10, "customer", "(sent a picture or a file: see it in Meetbot's inbox)"],
      [11, "person", "Good morning"],
    ],
  );
  assert.deepEqual([lastSeq, isMore], [13, false]);
  assert.doesNotMatch(JSON.stringify(words), /Hacker|Yilia Meetbot|s3cret|t0ken|From the desk/);
});

test("where an owner lets it go, the bot's words are whole; cards stay a line, and a page to sign in stays out", () => {
  const all = JSON.stringify(told({ withNumbers: true }).words);
  for (const one of ["1 Hacker Way", `Is it ${number}`, `Order ${number} · Shipped`]) {
    assert(all.includes(one), one);
  }
  assert.doesNotMatch(all, /s3cret/);
});

test("only what the desk does not know is told; what was chosen is known by what was offered before", () => {
  const { words } = told({ toldSeq: 2 });
  assert.deepEqual([words[0]?.seq, words[0]?.text], [3, "My orders"]);
});

test("a button that was named by what an order holds is not told of either", () => {
  const talk = [
    replied(
      1,
      text("Which one?", {
        choices: [
          { title: "Yilia's lamp", payload: "goods", expires: 1 },
          { title: "Ann's vase", payload: "open", isOfOrder: true },
          { title: number, payload: "number" },
        ],
      }),
    ),
    said(2, { kind: "tap", payload: "goods" }),
    said(3, { kind: "tap", payload: "number" }),
    said(4, { kind: "tap", payload: "open" }),
  ];
  const tapped = (withNumbers: boolean) =>
    talkToSync(talk, { ...options, withNumbers })
      .words.slice(1)
      .map((one) => one.text);
  assert.deepEqual(tapped(false), [
    "(told something of an order: see it in Meetbot's inbox)",
    "•••8902",
    "(told something of an order: see it in Meetbot's inbox)",
  ]);
  assert.deepEqual(tapped(true), ["Yilia's lamp", number, "Ann's vase"]);
});

test("of a long talk so much is told at once", () => {
  const many = Array.from({ length: 99 }, (_, n) => said(n + 1, { kind: "text", text: "a" }));
  const page = talkToSync(many.slice(0, toldAtOnce + 12), {
    ...{ toldSeq: 12, locale: "zh", withNumbers: false, orderNumberFormat: null, timeZone: "UTC" },
  });
  assert.deepEqual([page.words.length, page.lastSeq, page.isMore], [50, 62, true]);
});
