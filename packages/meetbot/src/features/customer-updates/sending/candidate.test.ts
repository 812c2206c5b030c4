import assert from "node:assert/strict";
import { test } from "node:test";
import type { Package } from "@meetbot/protocol";
import type { KeptPush } from "../store/accept-push.ts";
import { weigh } from "./candidate.ts";
import type { FoundTruth, Truth } from "./query-current-state.ts";

const parcel = (words: string): Package => {
  return { order_number: "A-1", package_number: "P-1", package_status: words };
};

const pushed = (status: string, snapshot: string | null = null): KeptPush => ({
  ...{ method: "package.changed", orderNumber: "A-1", packageNumber: "P-1", account: null, status },
  snapshot: snapshot === null ? null : parcel(snapshot),
});

const answered = (words: string): FoundTruth => ({
  ...{ kind: "found", number: "P-1", status: words },
  heard: [
    {
      question: { method: "packages", packageNumber: "P-1", page: 1 },
      answer: { kind: "packages", packages: [parcel(words)], hasNextPage: false },
    },
  ],
});

/** Returns the status to send and the shop's words to show, or why nothing is sent. */
function weighed(said: KeptPush, truth: Truth): string[] {
  const result = weigh(said, truth);
  if (result.kind !== "news") return [result.kind];
  const { answer } = result.candidate.heard.at(-1)!;
  const shown = answer.kind === "packages" ? answer.packages[0]?.package_status : undefined;
  return [result.candidate.status, shown ?? ""];
}

test("what is true is told, where it is further than the push", () => {
  const said = pushed("out_for_delivery");
  assert.deepEqual(weighed(said, answered("Delivered")), ["delivered", "Delivered"]);
  assert.deepEqual(weighed(said, answered("Out for delivery")), [
    ...["out_for_delivery", "Out for delivery"],
  ]);
  assert.deepEqual(weighed(pushed("picked_up"), answered("In transit")), [
    ...["in_transit", "In transit"],
  ]);
});

test("a shop whose answer is behind its push is not told for it, but its snapshot is", () => {
  const truth = answered("In transit");
  assert.deepEqual(weighed(pushed("delivered"), truth), ["behind"]);
  assert.deepEqual(weighed(pushed("delivered", "Delivered"), truth), ["delivered", "Delivered"]);
  // One that does not say it either is no proof.
  assert.deepEqual(weighed(pushed("delivered", "In transit"), truth), ["behind"]);
});

test("a shop that is away or knows it not any more has its snapshot for an answer", () => {
  for (const kind of ["unavailable", "gone"] as const) {
    assert.deepEqual(weighed(pushed("delivered"), { kind }), [kind]);
    assert.deepEqual(weighed(pushed("delivered", "Delivered"), { kind }), [
      ...["delivered", "Delivered"],
    ]);
  }
});

test("words that nobody knows are silent, unless the truth is known", () => {
  assert.deepEqual(weighed(pushed("blorped"), answered("Blorped")), ["silent"]);
  assert.deepEqual(weighed(pushed("blorped"), answered("Delivered")), ["delivered", "Delivered"]);
  assert.deepEqual(weighed(pushed("delivered"), answered("Blorped")), ["delivered", "Blorped"]);
});

test("of two things that went wrong the shop's own counts, unless it has no name for it", () => {
  assert.deepEqual(weighed(pushed("damaged"), answered("attempt_failed")), [
    ...["attempt_failed", "attempt_failed"],
  ]);
  assert.deepEqual(weighed(pushed("damaged"), answered("Delayed")), ["damaged", "Delayed"]);
});

test("what went wrong is told, whatever stop the shop still names, unless all is over", () => {
  const said = pushed("attempt_failed");
  for (const words of ["In transit", "Out for delivery"]) {
    assert.deepEqual(weighed(said, answered(words)), ["attempt_failed", words]);
  }
  assert.deepEqual(weighed(said, answered("Delivered")), ["delivered", "Delivered"]);
  const failed = "Attempt failed";
  assert.deepEqual(weighed(pushed("out_for_delivery"), answered(failed)), [
    ...["attempt_failed", failed],
  ]);
});

test("a parcel that goes back after it arrived is told so as soon as its shop says it, and not before", () => {
  assert.deepEqual(weighed(pushed("returning"), answered("Delivered")), ["behind"]);
  const said = pushed("returning", "Returning to sender");
  assert.deepEqual(weighed(said, answered("Delivered")), ["returning", "Returning to sender"]);
  assert.deepEqual(weighed(pushed("returning"), answered("Returned to sender")), [
    ...["returned", "Returned to sender"],
  ]);
});

test("news are not swallowed by a stop that nobody is told of", () => {
  assert.deepEqual(weighed(pushed("picked_up"), answered("customs")), [
    ...["picked_up", "customs"],
  ]);
  const order = {
    ...{ order_number: "A-1", currency: "USD", timestamp: "1", status: "processing" },
    ...{ summary: { total_cost: 1 }, elements: [{ title: "A", quantity: 1, price: 1 }] },
  };
  const truth: Truth = {
    ...{ kind: "found", number: "A-1", status: "processing" },
    heard: [
      {
        question: { method: "orders", orderNumber: "A-1" },
        answer: { kind: "orders", orders: [order], hasNextPage: false },
      },
    ],
  };
  const of = { orderNumber: "A-1", packageNumber: null, account: null, snapshot: null };
  const placed = weigh({ ...of, method: "order.placed", status: "placed" }, truth);
  assert.equal(placed.kind === "news" && placed.candidate.status, "placed");
  const paid = weigh({ ...of, method: "order.changed", status: "paid" }, truth);
  assert.equal(paid.kind === "news" && paid.candidate.status, "paid");
});

test("what a carrier hints at is never told itself: it waits until the shop is as far, and then the shop is told", () => {
  const hinted = (status: KeptPush["hinted"]): KeptPush => ({
    ...pushed("never"),
    ...{ status: null, ...(status && { hinted: status }) },
  });
  for (const [hint, words, told] of [
    ["delivered", "In transit", null],
    ["exception", "In transit", null],
    ["out_for_delivery", "Out for delivery", "out_for_delivery"],
    ["in_transit", "Out for delivery", "out_for_delivery"],
    ["exception", "Delivered", "delivered"],
    ["customs", "In transit", "in_transit"],
    [undefined, "In transit", "in_transit"],
  ] as const) {
    const expected = told === null ? ["behind"] : [told, words];
    assert.deepEqual(weighed(hinted(hint), answered(words)), expected, `${hint}: ${words}`);
  }
});
