import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import type { LoggedMessage } from "@meetbot/model/log/conversation-log.ts";
import type { LoggedDelivery } from "@meetbot/model/log/delivery-log.ts";
import { createTelling, withoutPlace } from "./serialize-transcript.ts";

const facts = {
  at: new Date(0),
  redactedAt: null,
  waits: false,
  sending: null,
  feedback: null,
  modelCall: null,
  pictures: [],
};
const bot = {
  locale: "en" as const,
  orderNumberFormat: null,
  accountKind: "email" as const,
  phoneCountry: null,
  contact: null,
  timeZone: "UTC",
};

const said = (seq: number, content: EventContent): LoggedMessage => ({
  ...facts,
  seq,
  from: "customer",
  event: { dedupeKey: `${seq}`, content },
});
const replied = (seq: number, reply: OutboundReply): LoggedMessage => ({
  ...facts,
  seq,
  from: "bot",
  reply,
});

const order = {
  order_number: "12345678902",
  recipient_name: "Yilia Meetbot",
  currency: "USD",
  payment_method: "Visa 2345",
  order_url: "https://shop.example/orders/12345678902",
  timestamp: "1428444852",
  status: "Shipped",
  address: { street_1: "1 Hacker Way", city: "Menlo Park" },
  summary: { total_cost: 56.14 },
  elements: [
    { title: "Classic T-Shirt", quantity: 2, price: 50, image_url: "https://shop.example/1.png" },
  ],
};

const transcript: LoggedMessage[] = [
  said(1, { kind: "start", locale: "zh", account: null }),
  replied(2, {
    kind: "text",
    locale: "zh",
    text: "你好",
    choices: [{ title: "订单 12345678902", payload: "secret-token" }],
  }),
  said(3, { kind: "tap", payload: "secret-token" }),
  said(4, { kind: "text", text: "where is order 12345678902 of yilia@meetbot.biz" }),
  replied(5, {
    kind: "orders",
    locale: "en",
    // The proof behind it has ended long ago.
    orders: [{ level: 2, expires: 1, item: order }],
  }),
];

const delivery = (id: string, facts: Partial<LoggedDelivery>): LoggedDelivery => ({
  id,
  conversationId: "c",
  method: "orders",
  outcome: "answered",
  httpStatus: 200,
  startedAt: new Date(0),
  durationMs: 1,
  exchanges: 1,
  secretFingerprint: null,
  askedBy: null,
  seq: null,
  replayOf: null,
  ...facts,
});

const deliveries = [
  delivery("a", { seq: 4 }),
  delivery("b", { seq: 4 }),
  delivery("a again", { replayOf: "a" }),
  delivery("old", {}),
];

test("the link by which a customer signs in at the shop is shown to no operator", () => {
  const link = { title: "Sign in", url: "https://shop.example/link?meetbot_link=secret" };
  const reply = replied(1, { kind: "text", locale: "en", text: "Sign in there.", link });
  for (const isMasked of [true, false]) {
    const told = createTelling({ bot, deliveries: [], isMasked })(reply);
    assert.deepEqual(told.from === "bot" && told.reply, { kind: "text", text: "Sign in there." });
  }
});

test("revealed, a transcript is what the customer saw at the time", () => {
  const told = transcript.map(createTelling({ bot, deliveries, isMasked: false }));
  assert.deepEqual(
    told.map((entry) => (entry.from === "customer" ? entry.text : entry.reply.kind)),
    ["", "text", "订单 12345678902", "where is order 12345678902 of yilia@meetbot.biz", "orders"],
  );
  const last = told.at(-1)!;
  const read = { ...order, known_stage: { stage: "shipped", language: "en" } };
  assert.deepEqual(last.from === "bot" && last.reply, { kind: "orders", orders: [read] });
});

test("masked, the stage that is known stands beside the status, also of an order's parcel", () => {
  const item = { ...order, status: "Expédiée", parcel: { package_status: "Livrée" } };
  const reply = replied(1, {
    ...{ kind: "orders", locale: "en", orders: [{ level: 2, expires: 1, item }] },
  });
  const told = createTelling({ bot, deliveries: [], isMasked: true })(reply);
  const shown = told.from === "bot" && "orders" in told.reply ? told.reply.orders : null;
  const [masked] = shown as Record<string, unknown>[];
  assert.deepEqual(masked?.known_stage, { stage: "shipped", language: "fr" });
  assert.deepEqual(masked?.parcel, {
    package_status: "Livrée",
    known_stage: { stage: "delivered", language: "fr" },
  });
});

test("masked, it tells what was said and not about whom", () => {
  const told = transcript.map(createTelling({ bot, deliveries, isMasked: true }));
  const all = JSON.stringify(told);
  for (const hidden of ["12345678902", "yilia", "Yilia", "Hacker", "Menlo", "Visa", "https:"]) {
    assert.ok(!all.includes(hidden), hidden);
  }
  for (const shown of ["•••8902", "y•••@m•••.biz", "Classic T-Shirt", "56.14", "Shipped", "你好"]) {
    assert.ok(all.includes(shown), shown);
  }
});

test("payloads of choices are told to nobody", () => {
  for (const isMasked of [true, false]) {
    const told = transcript.map(createTelling({ bot, deliveries, isMasked }));
    assert.ok(!JSON.stringify(told).includes("secret-token"));
  }
});

test("each utterance is explained, with the language and the settings it was said in", () => {
  const told = transcript.map(createTelling({ bot, deliveries, isMasked: false }));
  const [start, , tap, text] = told;
  assert.ok(start?.from === "customer" && start.recognition === null);
  assert.ok(tap?.from === "customer" && tap.recognition === null);
  assert.ok(text?.from === "customer" && text.recognition);
  const { intent, decision, entities, reasons } = text.recognition;
  assert.deepEqual([intent, decision], ["order_query", "act"]);
  assert.deepEqual(entities, [
    { kind: "email", value: "yilia@meetbot.biz", carrier: null },
    { kind: "order_number", value: "12345678902", carrier: null },
  ]);
  assert.ok(reasons.length > 0);
  const number = said(6, { kind: "text", text: "12345678902" });
  const heard = [transcript[0]!, number].map(createTelling({ bot, deliveries, isMasked: false }));
  assert.equal(heard[1]?.from === "customer" && heard[1].recognition?.locale, "zh");
});

test("each delivery stands with the message whose turn asked, its replays behind it", () => {
  const told = transcript.map(createTelling({ bot, deliveries, isMasked: true }));
  const asked = told.map((entry) => (entry.from === "customer" ? entry.deliveries : []));
  assert.deepEqual(
    asked.map((some) => some.map(({ id }) => id)),
    [[], [], [], ["a", "a again", "b"], []],
  );
  assert.deepEqual(
    withoutPlace(deliveries).map(({ id }) => id),
    ["old"],
  );
});

test("of a message that was overwritten nothing is explained", () => {
  const redacted = { ...said(1, { kind: "text", text: "•••" }), redactedAt: new Date(1) };
  const told = createTelling({ bot, deliveries, isMasked: false })(redacted);
  assert.ok(told.from === "customer" && told.recognition === null);
  assert.equal(told.text, "•••");
});

test("each reply is told as Messenger shows it, an order's receipt once", () => {
  const again: LoggedMessage = { ...transcript.at(-1)!, seq: 6, sending: "failed" };
  const told = [...transcript, again].map(createTelling({ bot, deliveries, isMasked: false }));
  const looks = told.flatMap((entry) =>
    entry.from === "bot" ? [[JSON.stringify(entry.messenger), entry.sending] as const] : [],
  );
  assert.deepEqual(
    looks.map(([look, sending]) => [
      look.includes('"receipt"'),
      look.includes("no_receipt"),
      sending,
    ]),
    [
      [false, false, "sent"],
      [true, false, "sent"],
      [false, true, "failed"],
    ],
  );
});

test("what a person typed is told under their name, masked like any other, as each channel shows it", () => {
  const reply: OutboundReply = {
    ...{ kind: "text", locale: "en", text: "Write to yilia@meetbot.biz." },
    person: { name: "Ada" },
  };
  const typed: LoggedMessage = { ...facts, seq: 6, from: "person", name: "Ada", reply };
  const told = createTelling({ bot, deliveries, isMasked: true })(typed);
  assert.ok(told.from === "person");
  assert.equal(told.name, "Ada");
  assert.doesNotMatch(JSON.stringify(told), /yilia/);
  assert.deepEqual(Object.keys(told.reply), ["kind", "text"]);
  assert.match(JSON.stringify(told.messenger), /"text":"Ada: Write to /);
});
