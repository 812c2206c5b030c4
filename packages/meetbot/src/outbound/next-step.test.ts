import assert from "node:assert/strict";
import { test } from "node:test";
import type { FailureClass } from "@meetbot/model/outbound-message.ts";
import type { OutboxLease } from "../store/outbox/outbox-lease.ts";
import { maxTries, nextStep, type Rules } from "./next-step.ts";

const lease: OutboxLease = {
  botId: "bot_1",
  conversationId: "c_1",
  channel: "pigeon-post",
  fence: 3,
  address: { externalId: "9", to: { user: "7" }, spent: {} },
  seq: 5,
  reply: null,
  isFirst: true,
  isFollowed: false,
  behind: [],
  sentParts: 0,
  tries: 0,
};

const echoes: Rules = { lostAnswers: "await_echo", rateLimits: "link" };

function afterFailure(
  failure: FailureClass,
  tries = 0,
  retryAfterMs?: number,
  rules: Partial<Rules> = {},
) {
  const failed = { ok: false as const, failure, ...(retryAfterMs && { retryAfterMs }) };
  const attempt = { kind: "failed" as const, failure: failed, once: null };
  return nextStep({ ...lease, tries }, attempt, 0.5, { ...echoes, ...rules });
}

test("waits longer after each failure, as long as the platform asks at least, and gives up in the end", () => {
  const waits = Array.from({ length: maxTries }, (_, tries) => {
    const { record } = afterFailure("transient", tries);
    return record.kind === "proceed" ? record.progress.after : record.kind;
  });
  assert.deepEqual(waits, [750, 3_000, 12_000, 48_000, 192_000, "given_up"]);
  const { record } = afterFailure("transient", 0, 90_000);
  assert.equal(record.kind === "proceed" && record.progress.after, 90_000);
  assert.equal(afterFailure("ambiguous", maxTries - 1).record.kind, "given_up");
});

test("each class of failure has its own consequence, for the message and for the link", () => {
  const consequences = (
    ["ambiguous", "rate", "window", "gone", "auth", "restricted", "control", "bad"] as const
  ).map((failure) => {
    const { record, link } = afterFailure(failure);
    const what =
      record.kind === "proceed"
        ? `${record.progress.status}${record.progress.silent ? " silent" : ""}`
        : `${record.kind}${record.kind === "given_up" && record.all ? " all" : ""}`;
    return `${failure}: ${what}${link ? `, ${link.kind}` : ""}`;
  });
  assert.deepEqual(consequences, [
    "ambiguous: unknown",
    "rate: queued, pause",
    "window: given_up all",
    "gone: given_up all",
    "auth: queued, stop",
    "restricted: queued, stop",
    "control: queued silent, note",
    "bad: given_up",
  ]);
});

test("what a platform takes once is spent where it was taken, and where it was refused", () => {
  const bad = { ok: false as const, failure: "bad" as const };
  const refused = nextStep(lease, { kind: "failed", failure: bad, once: "A7" }, 0, echoes);
  const taken = nextStep(lease, { kind: "sent", isLast: true, once: "A7" }, 0, echoes);
  const [one, other] = [refused, taken].map(({ record }) =>
    record.kind === "proceed" ? [record.progress.sentParts, record.progress.address?.spent] : null,
  );
  assert.deepEqual(one, [0, { A7: 0 }]);
  assert.deepEqual(other, [1, { A7: lease.seq }]);
});

test("where no echo would ever tell, a part whose answer was lost is sent again, later and later", () => {
  const { record } = afterFailure("ambiguous", 1, undefined, { lostAnswers: "send_again" });
  assert.deepEqual(record, {
    kind: "proceed",
    progress: { status: "queued", sentParts: 0, tries: 2, after: 3_000 },
  });
  const last = afterFailure("ambiguous", maxTries - 1, undefined, { lostAnswers: "send_again" });
  assert.equal(last.record.kind, "given_up");
});

test("where the platform counts by customers, who was told too much waits alone, as long as it says", () => {
  const { record, link } = afterFailure("rate", 3, 30_000, { rateLimits: "customer" });
  assert.equal(link, undefined);
  assert.deepEqual(record, {
    kind: "proceed",
    progress: { status: "queued", sentParts: 0, tries: 3, after: 30_500 },
  });
});
