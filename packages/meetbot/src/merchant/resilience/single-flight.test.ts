import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createSingleFlight } from "./single-flight.ts";

/** A call that ends when told, and notes how often it was started and how it was stopped. */
function createCall() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const call = {
    starts: 0,
    stopped: undefined as unknown,
    end: resolve,
    fail: reject,
    start(signal: AbortSignal): Promise<string> {
      call.starts += 1;
      signal.addEventListener("abort", () => {
        call.stopped = signal.reason;
        reject(signal.reason);
      });
      return promise;
    },
  };
  return call;
}

describe("flights", () => {
  it("start one call for all who ask the same meanwhile", async () => {
    const flights = createSingleFlight<string>();
    const call = createCall();
    const joined = [1, 2, 3].map(() => flights.join("a", undefined, call.start));
    call.end("answer");
    assert.deepEqual(await Promise.all(joined), [
      { result: "answer", isFirst: true },
      { result: "answer", isFirst: false },
      { result: "answer", isFirst: false },
    ]);
    assert.equal(call.starts, 1);
  });

  it("start another call for another key, and for the same one later", async () => {
    const flights = createSingleFlight<string>();
    const start = async () => "answer";
    const [one, other] = await Promise.all([
      flights.join("a", undefined, start),
      flights.join("b", undefined, start),
    ]);
    assert.deepEqual([one.isFirst, other.isFirst], [true, true]);
    assert.equal((await flights.join("a", undefined, start)).isFirst, true);
  });

  it("fail for all, and start anew afterwards", async () => {
    const flights = createSingleFlight<string>();
    const call = createCall();
    const joined = [1, 2].map(() => flights.join("a", undefined, call.start));
    call.fail(new Error("broken"));
    for (const each of joined) await assert.rejects(each, /broken/);
    assert.equal((await flights.join("a", undefined, async () => "well")).result, "well");
  });

  it("go on while somebody waits, and stop with the last one", async () => {
    const flights = createSingleFlight<string>();
    const call = createCall();
    const stops = [new AbortController(), new AbortController()];
    const joined = stops.map(({ signal }) => flights.join("a", signal, call.start));
    stops[0]?.abort(new Error("first has gone"));
    await assert.rejects(joined[0]!, /first has gone/);
    assert.equal(call.stopped, undefined);
    stops[1]?.abort(new Error("last has gone"));
    await assert.rejects(joined[1]!, /last has gone/);
    assert.match(String(call.stopped), /last has gone/);
  });

  it("take nobody aboard who comes after the last one has gone", async () => {
    const flights = createSingleFlight<string>();
    const call = createCall();
    const stop = new AbortController();
    const gone = flights.join("a", stop.signal, call.start);
    stop.abort(new Error("gone"));
    const late = flights.join("a", undefined, async () => "a new one");
    await assert.rejects(gone, /gone/);
    assert.deepEqual(await late, { result: "a new one", isFirst: true });
  });
});
