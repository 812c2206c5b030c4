import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { BreakerChange, CallResult } from "./breaker.ts";
import { createEndpointBreaker } from "./endpoint-breaker.ts";

/** An endpoint's breaker, a clock that moves when told, and what the endpoint says to Meetbot itself. */
function createScene(itself: CallResult) {
  let nowMs = 1_764_000_000_000;
  const scene = { itself, asked: 0, changes: [] as BreakerChange[] };
  const breaker = createEndpointBreaker(
    () => nowMs,
    (change) => scene.changes.push(change),
  );
  return {
    ...{ scene, breaker },
    wait: (ms: number) => {
      nowMs += ms;
    },
    /** Who it is, by a number, asks for an order, and so the endpoint does. */
    async ask(who: number, result: CallResult, network: string | null = `10.0.${who}.0/24`) {
      const askedFor = { conversationId: `c_${who}`, network };
      const question = { method: "orders", orderNumber: `A${who}` } as const;
      const record = breaker.admit({ question, askedFor }, async () => {
        scene.asked += 1;
        return scene.itself;
      });
      record?.(result);
      await new Promise(setImmediate);
      return record !== null;
    },
  };
}

const networks = ["203.0.113.0/24", "2001:db8:1:2::/64", null];

describe("an endpoint's breaker", () => {
  it("opens at the fifth customer in a row of three networks who gets no answer", async () => {
    const { ask, breaker, scene } = createScene("good");
    for (let who = 0; who < 4; who++) await ask(who, "bad", networks[who % 3]);
    assert.equal(breaker.isOpen(), false);
    await ask(4, "bad", networks[1]);
    assert.equal(breaker.isOpen(), true);
    assert.equal(scene.asked, 0);
  });

  it("does not open for two networks while the endpoint answers Meetbot itself, asked once in five failures", async () => {
    const { ask, breaker, scene } = createScene("good");
    for (let who = 0; who < 20; who++) await ask(who, "bad", networks[who % 2]);
    assert.equal(breaker.isOpen(), false);
    assert.equal(scene.asked, 4);
  });

  it("opens for one network where the endpoint fails Meetbot itself too", async () => {
    const { ask, breaker } = createScene("bad");
    for (let who = 0; who < 5; who++) await ask(who, "bad", networks[0]);
    assert.equal(breaker.isOpen(), true);
  });

  it("takes all networks of a /48 for one", async () => {
    const { ask, breaker } = createScene("good");
    for (let who = 0; who < 20; who++) await ask(who, "bad", `2001:db8:1:${who}::/64`);
    assert.equal(breaker.isOpen(), false);
  });

  it("counts one question once, whoever asks it", async () => {
    const { breaker } = createScene("good");
    for (let who = 0; who < 5; who++) {
      const askedFor = { conversationId: `c_${who}`, network: `10.0.${who}.0/24` };
      const question = { method: "packages", orderNumber: "A1", page: who } as const;
      breaker.admit({ question, askedFor }, async () => "good")?.("bad");
    }
    assert.equal(breaker.isOpen(), false);
  });

  it("remembers for half an hour whose failures counted", async () => {
    const { ask, scene, wait } = createScene("good");
    for (let who = 0; who < 10; who++) {
      await ask(who, "bad", networks[0]);
      wait(60_000);
    }
    assert.deepEqual(scene.changes, []);
  });

  it("stays open where a probe fails, and Meetbot's own question too", async () => {
    const { ask, scene, wait } = createScene("bad");
    for (let who = 0; who < 5; who++) await ask(who, "bad");
    wait(15_000);
    await ask(6, "bad");
    assert.deepEqual(scene.changes, ["opened", "stays_open"]);
    wait(15_000);
    assert.equal(await ask(7, "bad"), false);
  });

  it("lets others probe where a probe stumbles, and closes when they are answered", async () => {
    const { ask, scene, wait } = createScene("good");
    for (let who = 0; who < 5; who++) await ask(who, "bad");
    wait(15_000);
    await ask(6, "bad", networks[0]);
    assert.deepEqual(scene.changes, ["opened"]);
    assert.equal(await ask(7, "bad", networks[0]), false, "the same network probes again at once");
    assert.equal(await ask(8, "good"), true);
    assert.equal(await ask(9, "good"), true);
    assert.deepEqual(scene.changes, ["opened", "closed"]);
    assert.equal(await ask(7, "good", networks[0]), true);
  });
});
