import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEADLINE_MS } from "@meetbot/network/exchange/deadline.ts";
import type { EndpointAnswer } from "../resilience/endpoint-runtime.ts";
import { SIGNING_SECRET } from "../scripted-merchant.fixture.ts";
import type { Behavior } from "./behavior.fixture.ts";
import { behaviors } from "./behaviors.fixture.ts";
import { checkTexts } from "./check-texts.fixture.ts";
import { deadlineOf, meet } from "./hostile-merchant.fixture.ts";
import { silentBehaviors } from "./silent-behaviors.fixture.ts";

/** What a busy machine may add; what is not ended at all takes for ever. */
const marginMs = 5_000;
/** What a busy machine may add to what a clock on the wall shows. */
const busyMs = 7_000;
const secretKey = SIGNING_SECRET.replace("whsec_", "");

describe("a hostile merchant", { concurrency: 3 }, () => {
  it("that drips is given eight seconds, and no more", async () => {
    const drips = silentBehaviors.find(({ name }) => name === "drips its body");
    assert(drips);
    const start = performance.now();
    const { delivery } = await meet(drips, ({ ask }) =>
      ask(undefined, { deadlineMs: DEADLINE_MS }),
    );
    const tookMs = performance.now() - start;
    assert.equal(delivery.outcome, "timeout");
    assert(tookMs > 7_900 && tookMs < DEADLINE_MS + busyMs, `it took ${tookMs} ms`);
  });

  for (const [kind, list] of Object.entries(behaviors)) {
    describe(`that ${kind}`, { concurrency: 12 }, () => {
      for (const behavior of list) {
        it(`${behavior.name}: ${behavior.outcome}`, () => check(behavior));
      }
    });
  }
});

/** Checks that one query to it ends as it must, in time, and leaves nothing behind. */
async function check(behavior: Behavior): Promise<void> {
  const met = await meet(behavior, async ({ ask, connections }) => {
    const inTime = waitInTime(deadlineOf(behavior) + marginMs);
    const asked = await ask();
    return { ...asked, isInTime: inTime.stop(), connections: connections() };
  });
  const { delivery, answer } = met;
  const { place } = behavior;
  assert.equal(delivery.outcome, behavior.outcome, delivery.detail ?? "");
  if (answer.kind === "unavailable") assert.equal(delivery.outcome, answer.reason);
  assert(met.isInTime, `it took ${delivery.durationMs} ms`);
  assert.equal(met.openConnections, 0);
  if (place?.connections !== undefined) assert.equal(met.connections, place.connections);
  checkRecord(behavior, met);
  checkTexts(answer);
}

/** Whether a time is not over yet. A busy machine delays this timer as it delays a deadline. */
function waitInTime(ms: number) {
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
  }, ms);
  return {
    stop() {
      clearTimeout(timer);
      return !isOver;
    },
  };
}

/** Checks the delivery record: it can be stored, is no burden, and holds no secret. */
function checkRecord({ detail }: Behavior, { delivery }: EndpointAnswer): void {
  const kept = JSON.stringify(delivery);
  assert.deepEqual(JSON.parse(kept), delivery);
  assert(!kept.includes(secretKey), "the record holds the signing secret");
  assert.doesNotMatch(kept, /sha256=[0-9a-f]{64}|v1,[\w+/]{43}=/, "the record holds a signature");
  for (const { responseBody, responseHeaders } of delivery.exchanges) {
    assert(responseBody.length <= 16 * 1_024, `${responseBody.length} characters are kept`);
    assert(JSON.stringify(responseHeaders).length <= 64 * 1_024);
  }
  const isAnswer = /^(answered|user_not_found|order_not_found)$/.test(delivery.outcome);
  if (isAnswer) assert.equal(delivery.detail, null);
  else assert.match(delivery.detail ?? "", detail ?? /^[^<>\p{C}]{10,200}$/u);
}
