import assert from "node:assert/strict";
import { test } from "node:test";
import type { FailureClass } from "../model/channel-fact.ts";
import type { OutboxLease } from "../store/outbox/outbox-lease.ts";
import { maxTries, nextStep } from "./next-step.ts";

const lease: OutboxLease = {
  botId: "bot_1",
  conversationId: "c_1",
  fence: 3,
  address: { page: "9", user: "7", isUserRef: false, receipts: {} },
  seq: 5,
  reply: null,
  isFirst: true,
  isFollowed: false,
  behind: [],
  sentParts: 0,
  tries: 0,
};

function afterFailure(failure: FailureClass, tries = 0, retryAfterMs?: number) {
  const failed = { ok: false as const, failure, ...(retryAfterMs && { retryAfterMs }) };
  return nextStep({ ...lease, tries }, { kind: "failed", failure: failed, receipt: null }, 0.5);
}

test("waits longer after each failure, as long as Meta asks at least, and gives up in the end", () => {
  const waits = Array.from({ length: maxTries }, (_, tries) => {
    const { record } = afterFailure("transient", tries);
    return record.kind === "proceed" ? record.progress.after : record.kind;
  });
  assert.deepEqual(waits, [750, 3_000, 12_000, 48_000, 192_000, "given_up"]);
  const { record } = afterFailure("transient", 0, 90_000);
  assert.equal(record.kind === "proceed" && record.progress.after, 90_000);
  assert.equal(afterFailure("ambiguous", maxTries - 1).record.kind, "given_up");
});

test("each class of failure has its own consequence, for the message and for the page", () => {
  const consequences = (
    ["ambiguous", "rate", "window", "gone", "auth", "restricted", "control", "bad"] as const
  ).map((failure) => {
    const { record, page } = afterFailure(failure);
    const what =
      record.kind === "proceed"
        ? `${record.progress.status}${record.progress.silent ? " silent" : ""}`
        : `${record.kind}${record.kind === "given_up" && record.all ? " all" : ""}`;
    return `${failure}: ${what}${page ? `, ${page.kind}` : ""}`;
  });
  assert.deepEqual(consequences, [
    "ambiguous: unknown",
    "rate: queued, pause",
    "window: given_up all",
    "gone: given_up all",
    "auth: queued, stop",
    "restricted: queued, stop",
    "control: queued silent",
    "bad: given_up",
  ]);
});

test("a receipt that Meta refuses is told as a text; one that it took is not sent again", () => {
  const bad = { ok: false as const, failure: "bad" as const };
  const refused = nextStep(lease, { kind: "failed", failure: bad, receipt: "A7" }, 0);
  const taken = nextStep(lease, { kind: "sent", isLast: true, receipt: "A7" }, 0);
  const [one, other] = [refused, taken].map(({ record }) =>
    record.kind === "proceed"
      ? [record.progress.sentParts, record.progress.address?.receipts]
      : null,
  );
  assert.deepEqual(one, [0, { A7: 0 }]);
  assert.deepEqual(other, [1, { A7: lease.seq }]);
});
