import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type BreakerChange, type CallResult, createBreaker } from "./breaker.ts";

/** Creates a breaker, a clock that the test moves, and a list of the reported changes. */
function createScene() {
  let nowMs = 1_764_000_000_000;
  const changes: BreakerChange[] = [];
  const breaker = createBreaker(
    () => nowMs,
    (change) => changes.push(change),
  );
  return {
    breaker,
    changes,
    wait: (ms: number) => {
      nowMs += ms;
    },
    call(result: CallResult) {
      const record = breaker.admit();
      assert.ok(record, "the breaker lets no call through");
      record(result);
    },
    fail(times: number) {
      for (let i = 0; i < times; i += 1) this.call("bad");
    },
  };
}

describe("breaker", () => {
  it("opens at the fifth failure in a row", () => {
    const scene = createScene();
    scene.fail(4);
    assert.equal(scene.breaker.isOpen(), false);
    scene.fail(1);
    assert.equal(scene.breaker.isOpen(), true);
    assert.equal(scene.breaker.admit(), null);
    assert.deepEqual(scene.changes, ["opened"]);
  });

  it("stays closed when every fifth call succeeds and most do within the minute", () => {
    const scene = createScene();
    for (let round = 0; round < 20; round += 1) {
      scene.fail(1);
      scene.call("good");
      scene.call("good");
    }
    assert.equal(scene.breaker.isOpen(), false);
  });

  it("opens when half of at least ten calls within a minute fail", () => {
    const scene = createScene();
    for (let i = 0; i < 4; i += 1) {
      scene.call("good");
      scene.call("bad");
    }
    scene.call("good");
    assert.equal(scene.breaker.isOpen(), false);
    scene.call("bad");
    assert.equal(scene.breaker.isOpen(), true);
  });

  it("forgets failures that are older than a minute", () => {
    const scene = createScene();
    for (let i = 0; i < 4; i += 1) {
      scene.call("bad");
      scene.call("good");
    }
    scene.wait(61_000);
    scene.call("good");
    scene.call("bad");
    assert.equal(scene.breaker.isOpen(), false);
  });

  it("counts nothing that says nothing about the shop", () => {
    const scene = createScene();
    scene.fail(4);
    for (let i = 0; i < 10; i += 1) scene.call("neither");
    assert.equal(scene.breaker.isOpen(), false);
    scene.fail(1);
    assert.equal(scene.breaker.isOpen(), true);
  });

  it("lets one probe through after 15 seconds, and no second one beside it", () => {
    const scene = createScene();
    scene.fail(5);
    scene.wait(14_999);
    assert.equal(scene.breaker.admit(), null);
    scene.wait(1);
    assert.ok(scene.breaker.admit());
    assert.equal(scene.breaker.admit(), null);
  });

  it("closes after two good probes", () => {
    const scene = createScene();
    scene.fail(5);
    scene.wait(15_000);
    scene.call("good");
    assert.deepEqual(scene.changes, ["opened"]);
    scene.call("good");
    assert.deepEqual(scene.changes, ["opened", "closed"]);
    scene.fail(4);
    assert.equal(scene.breaker.isOpen(), false);
  });

  it("doubles the wait with each probe that fails, up to five minutes", () => {
    const scene = createScene();
    scene.fail(5);
    const waitsS = [15, 30, 60, 120, 240, 300, 300];
    for (const waitS of waitsS) {
      scene.wait(waitS * 1_000 - 1);
      assert.equal(scene.breaker.admit(), null, `still open before ${waitS} s`);
      scene.wait(1);
      scene.fail(1);
    }
    assert.deepEqual(scene.changes, ["opened", ...waitsS.map(() => "stays_open")]);
  });

  it("probes again when a probe was given up", () => {
    const scene = createScene();
    scene.fail(5);
    scene.wait(15_000);
    scene.call("neither");
    assert.ok(scene.breaker.admit());
  });

  it("opens at once when there is no doubt", () => {
    const scene = createScene();
    scene.call("down");
    assert.deepEqual(scene.changes, ["opened"]);
    scene.wait(15_000);
    scene.call("down");
    assert.deepEqual(scene.changes, ["opened", "stays_open"]);
  });

  it("is open for a call that may not probe until it has closed", () => {
    const scene = createScene();
    assert.equal(scene.breaker.isOpen(false), false);
    scene.fail(5);
    scene.wait(15_000);
    assert.equal(scene.breaker.admit(false), null);
    scene.call("good");
    scene.call("good");
    assert.ok(scene.breaker.admit(false));
  });

  it("does not listen to calls that were under way when it opened", () => {
    const scene = createScene();
    const late = Array.from({ length: 3 }, () => scene.breaker.admit());
    scene.fail(5);
    for (const record of late) record?.("good");
    assert.equal(scene.breaker.isOpen(), true);
    assert.deepEqual(scene.changes, ["opened"]);
  });
});
