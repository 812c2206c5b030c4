import assert from "node:assert/strict";
import { test } from "node:test";
import type { MerchantAnswer, Question } from "@meetbot/model/conversation/ask.ts";
import type { Proof } from "@meetbot/model/conversation/proof.ts";
import type { Order, Package } from "@meetbot/protocol";
import fc from "fast-check";
import { redact } from "./redact.ts";
import { visibleReply } from "./visible-reply.ts";

// A customer without a proof sees the same from two shops that differ only in moments.

const now = Date.UTC(2026, 10, 20);
const typed = (value: string): Proof => ({
  ...{ kind: "number", value, source: "typed", at: now, expires: now + 60_000 },
});

/** A moment, in every form in which a shop may tell it. */
const moment = fc
  .date({ min: new Date("2015-01-01"), max: new Date("2035-01-01"), noInvalidDate: true })
  .map((date) => ({
    seconds: String(Math.floor(date.getTime() / 1000)),
    day: date.toISOString().slice(0, 10),
    month: date.toISOString().slice(0, 7),
    words: [
      date.toUTCString(),
      date.toLocaleDateString("en-US", { weekday: "long" }),
      date.toLocaleDateString("en-US", { dateStyle: "medium" }),
      date.toLocaleDateString("zh-CN", { dateStyle: "full" }),
      date.toLocaleDateString("ar-EG"),
      date.getTime() > now ? "tomorrow" : "yesterday",
      date.getTime() > now ? "明天" : "昨天",
      `${Math.round(Math.abs(date.getTime() - now) / 86_400_000)} days late`,
    ],
  }));
type Moment = typeof moment extends fc.Arbitrary<infer One> ? One : never;

/** A shop's way to write a status, with a moment in it or without. */
const writing = fc
  .record({
    stage: fc.constantFrom("Shipped", "delivered", "已发货", "Out for delivery", "At the tailor's"),
    form: fc.constantFrom("", " on ", " (", ", ", " · "),
    word: fc.nat({ max: 7 }),
  })
  .map(({ stage, form, word }) => ({
    of: ({ words }: Moment) => (form === "" ? stage : `${stage}${form}${words[word]}`),
  }));

const number = fc.oneof(
  fc.integer({ min: 1, max: 9_999_999 }).map(String),
  fc.integer({ min: 1000, max: 99_999 }).map((count) => `MB-2026-${count}`),
  fc.constant("MB7Q2K9XW4TP"),
);

const orderAt = (order_number: string, at: Moment, status: string): Order => ({
  ...{ order_number, currency: "USD", status, timestamp: at.seconds, recipient_name: at.day },
  order_url: `https://shop.example/${at.day}`,
  summary: { total_cost: Number(at.seconds) % 1000 },
  adjustments: [{ name: `Sale of ${at.words[0]}`, amount: 1 }],
  elements: [{ title: at.words[1]!, quantity: 1, price: 1, image_url: `https://a.b/${at.day}` }],
});

const packageAt = (order_number: string, at: Moment, status: string): Package => ({
  ...{ order_number, package_number: at.seconds, package_status: status, exp_delivery: at.day },
  ...{ carrier: at.words[2]!, tracking_number: at.day, tracking_url: `https://a.b/${at.day}` },
});

/** What a stranger reads: as it is shown, and as it is seen again. */
function seenOf(answer: MerchantAnswer, question: Question, proofs: Proof[]): string {
  const rules = { policy: "ladder", numberAlone: "never", now, timeZone: "Asia/Shanghai" } as const;
  const shown = redact(answer, { question, proofs, ...rules });
  assert(shown.kind === "orders" || shown.kind === "packages");
  const items = shown.kind === "orders" ? shown.orders : shown.packages;
  for (const { level } of items) assert.equal(level, 0);
  const again = visibleReply({ ...shown, locale: "en" }, now);
  return JSON.stringify([shown, again]);
}

test("by a number alone, what differs only in its moment reads the same, byte by byte", () => {
  fc.assert(
    fc.property(number, moment, moment, writing, (asked, one, other, { of }) => {
      const proofs = [typed(asked)];
      const [orders, otherOrders] = [one, other].map((at) =>
        seenOf(
          { kind: "orders", orders: [orderAt(asked, at, of(at))], hasNextPage: false },
          { method: "orders", orderNumber: asked },
          proofs,
        ),
      );
      assert.equal(orders, otherOrders);
      const [packages, otherPackages] = [one, other].map((at) =>
        seenOf(
          { kind: "packages", packages: [packageAt(asked, at, of(at))], hasNextPage: false },
          { method: "packages", orderNumber: asked, page: 1 },
          proofs,
        ),
      );
      assert.equal(packages, otherPackages);
    }),
  );
});

test("by a typed email, what differs only in its moment differs in nothing but the month", () => {
  const question: Question = {
    ...{ method: "orders", userAccount: "yilia@meetbot.biz", filter: "open", page: 1 },
  };
  fc.assert(
    fc.property(number, moment, moment, writing, (own, one, other, { of }) => {
      const [seen, otherSeen] = [one, other].map((at) => {
        const orders = [orderAt(own, at, of(at))];
        const text = seenOf({ kind: "orders", orders, hasNextPage: false }, question, []);
        const months = text.match(/"placed_month":"\d{4}-\d\d"/g);
        assert.equal(months?.length, 2);
        return text.replaceAll(/"placed_month":"\d{4}-\d\d"/g, "");
      });
      assert.equal(seen, otherSeen);
    }),
  );
});
