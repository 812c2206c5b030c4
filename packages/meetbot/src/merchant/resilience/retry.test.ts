import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { describe, it, type TestContext } from "node:test";
import { deliver } from "../deliver.ts";
import {
  agent,
  type ReceivedQuery,
  startMerchant,
  startRawMerchant,
} from "../scripted-merchant.fixture.ts";
import { createCircuit } from "./endpoint-runtime.ts";
import { createRetryBudget } from "./retry.ts";

const envelope = { id: "test_1", body: '{"request":{}}' };

type Script = (response: ServerResponse) => void;

const status =
  (code: number, headers: Record<string, string> = {}): Script =>
  (response) =>
    response.writeHead(code, headers).end("no");
const ok: Script = (response) => response.end("{}");

/** A merchant that does one thing after the other, and then always the last. */
async function startChanging(t: TestContext, first: Script, ...then: Script[]) {
  const left = [first, ...then];
  const merchant = await startMerchant(t, (_, response) => {
    const [next = ok] = left.length > 1 ? left.splice(0, 1) : left;
    next(response);
  });
  const send = async (deadlineMs?: number) => {
    const options = deadlineMs === undefined ? { agent } : { agent, deadlineMs };
    const { outcome, exchanges } = await deliver(envelope, merchant.endpoint, options);
    const said = outcome.kind === "received" ? outcome.text : outcome.reason;
    return { said, exchanges, statuses: exchanges.map(({ httpStatus }) => httpStatus) };
  };
  return { ...merchant, send };
}

const timestampOf = ({ headers }: ReceivedQuery) => Number(headers["webhook-timestamp"]);

describe("a query is sent once more", () => {
  for (const code of [502, 503, 504]) {
    it(`after HTTP ${code}`, async (t) => {
      const merchant = await startChanging(t, status(code), ok);
      const { said, statuses } = await merchant.send();
      assert.equal(said, "{}");
      assert.deepEqual(statuses, [code, 200]);
    });
  }

  it("with the same id and a later timestamp, so that no receiver takes it for a replay", async (t) => {
    const merchant = await startChanging(t, status(503), ok);
    await merchant.send();
    const [first, second] = merchant.received;
    assert.equal(first?.headers["webhook-id"], second?.headers["webhook-id"]);
    assert.ok(timestampOf(second!) > timestampOf(first!));
    assert.notEqual(first?.headers["webhook-signature"], second?.headers["webhook-signature"]);
    assert.equal(first?.body, second?.body);
  });

  it("after HTTP 429, when Retry-After fits in the deadline", async (t) => {
    const merchant = await startChanging(t, status(429, { "retry-after": "1" }), ok);
    const { said, exchanges } = await merchant.send();
    assert.equal(said, "{}");
    const [first, second] = exchanges;
    assert.ok(second!.startedAt - first!.startedAt >= 990);
  });

  it("when the connection is reset before anything came", async (t) => {
    const merchant = await startChanging(t, (response) => response.socket?.resetAndDestroy(), ok);
    const { said, exchanges } = await merchant.send();
    assert.equal(said, "{}");
    assert.equal(exchanges[0]?.outcome, "connection_failed");
  });

  it("when nothing listens, and not more often", async (t) => {
    const { url, ...rest } = await startRawMerchant(t, () => {});
    const gone = { ...rest, url: url.replace(/:\d+\//, ":1/") };
    const { exchanges } = await deliver(envelope, gone, { agent });
    assert.deepEqual(
      exchanges.map(({ outcome }) => outcome),
      ["connection_failed", "connection_failed"],
    );
  });
});

describe("a query is not sent again", () => {
  for (const [what, script] of [
    ["after HTTP 500", status(500)],
    ["after HTTP 404", status(404)],
    ["after HTTP 410", status(410)],
    ["after a redirect", status(302, { location: "/elsewhere" })],
    ["after HTTP 429 without Retry-After", status(429)],
    ["after HTTP 429 that asks for more than the deadline", status(429, { "retry-after": "6" })],
    ["after HTTP 503 that asks for more than the deadline", status(503, { "retry-after": "60" })],
    ["after HTTP 401, while there is one secret", status(401)],
    ["after an answer that is no JSON", (response) => response.end("<html>")],
    ["after an answer that breaks off", breakOff],
  ] as [string, Script][]) {
    it(what, async (t) => {
      const merchant = await startChanging(t, script, ok);
      const { exchanges } = await merchant.send();
      assert.equal(exchanges.length, 1);
      assert.equal(merchant.received.length, 1);
    });
  }

  it("after a timeout: it was written, and may be answered yet", async (t) => {
    const merchant = await startChanging(t, () => {}, ok);
    assert.equal((await merchant.send(150)).said, "timeout");
    assert.equal(merchant.received.length, 1);
  });

  it("when less than 2.5 seconds are left", async (t) => {
    const merchant = await startChanging(t, status(503), ok);
    assert.deepEqual((await merchant.send(2_500)).statuses, [503]);
  });

  it("more than once", async (t) => {
    const merchant = await startChanging(t, status(503));
    assert.deepEqual((await merchant.send()).statuses, [503, 503]);
  });

  it("when the endpoint has used up its retries of this minute", async (t) => {
    const merchant = await startChanging(t, status(503));
    const circuit = createCircuit();
    const counts: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      const { exchanges } = await deliver(envelope, merchant.endpoint, { agent, circuit });
      counts.push(exchanges.length);
    }
    assert.deepEqual(counts, [2, 2, 2, 1, 1]);
  });
});

it("a tenth of an endpoint's deliveries of a minute may be sent twice, and three at least", () => {
  let nowMs = 1_764_000_000_000;
  const budget = createRetryBudget(() => nowMs);
  for (let i = 0; i < 100; i += 1) budget.recordDelivery();
  const taken = Array.from({ length: 20 }, () => budget.take()).filter(Boolean);
  assert.equal(taken.length, 10);
  nowMs += 61_000;
  assert.deepEqual(
    Array.from({ length: 4 }, () => budget.take()),
    [true, true, true, false],
  );
});

function breakOff(response: ServerResponse): void {
  response.writeHead(200, { "content-length": "100" }).write("{");
  setImmediate(() => response.socket?.destroy());
}
