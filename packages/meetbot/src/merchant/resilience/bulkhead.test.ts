import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Bulkhead, createBulkhead } from "./bulkhead.ts";

const enterAll = (gate: Bulkhead, count: number) =>
  Promise.all(Array.from({ length: count }, () => gate.enter()));

describe("gate", () => {
  it("lets ten in at once, and the eleventh when one leaves", async () => {
    const gate = createBulkhead();
    const [first] = await enterAll(gate, 10);
    let isIn = false;
    const eleventh = gate.enter().then((leave) => {
      isIn = true;
      return leave;
    });
    await new Promise(setImmediate);
    assert.equal(isIn, false);
    first?.();
    assert.ok(await eleventh);
  });

  it("lets those who wait in by their turn", async () => {
    const gate = createBulkhead();
    const inside = await enterAll(gate, 10);
    const order: number[] = [];
    const waiting = [1, 2, 3].map((number) => gate.enter().then(() => order.push(number)));
    for (const leave of inside.slice(0, 3)) leave?.();
    await Promise.all(waiting);
    assert.deepEqual(order, [1, 2, 3]);
  });

  it("turns away at once where fifty wait already", async () => {
    const gate = createBulkhead();
    const inside = await enterAll(gate, 10);
    const waiting = Array.from({ length: 50 }, () => gate.enter());
    assert.equal(await gate.enter(), null);
    for (const leave of inside) leave?.();
    for (const place of waiting) (await place)?.();
  });

  it("turns away after a second, and gives the place to nobody who has gone", async () => {
    const gate = createBulkhead();
    const inside = await enterAll(gate, 10);
    const start = performance.now();
    assert.equal(await gate.enter(), null);
    assert.ok(performance.now() - start >= 990);
    for (const leave of inside) leave?.();
    assert.equal((await enterAll(gate, 10)).includes(null), false);
  });

  it("counts a way out once, however often it is taken", async () => {
    const gate = createBulkhead();
    const [first] = await enterAll(gate, 10);
    first?.();
    first?.();
    const next = await Promise.race([enterAll(gate, 1), enterAll(gate, 1)]);
    assert.ok(next[0]);
    const third = gate.enter();
    const outcome = await Promise.race([
      third,
      new Promise((resolve) => setImmediate(resolve, "waits")),
    ]);
    assert.equal(outcome, "waits");
  });

  it("rejects as the signal says, before and while it waits", async () => {
    const gate = createBulkhead();
    await assert.rejects(gate.enter(AbortSignal.abort(new Error("stopped"))), /stopped/);
    const inside = await enterAll(gate, 10);
    const stop = new AbortController();
    const waiting = gate.enter(stop.signal);
    stop.abort(new Error("stopped"));
    await assert.rejects(waiting, /stopped/);
    inside[0]?.();
    assert.ok(await gate.enter());
  });
});

/** Enters for a conversation of a network, and tells whether it is in by now. */
async function isIn(gate: Bulkhead, network: string, conversationId: string): Promise<boolean> {
  const waits = new Promise<"waits">((resolve) => setImmediate(resolve, "waits"));
  const entering = gate.enter(undefined, { network, conversationId });
  return (await Promise.race([entering, waits])) !== "waits";
}

describe("gate, for whom it is", () => {
  it("keeps the last two places from a network that has eight, and gives them to others", async () => {
    const gate = createBulkhead();
    for (let nth = 0; nth < 8; nth++) assert(await isIn(gate, "one", `c_${nth}`));
    assert.equal(await isIn(gate, "one", "c_8"), false);
    assert(await isIn(gate, "other", "c_9"));
    assert(await isIn(gate, "third", "c_10"));
    assert.equal(await isIn(gate, "fourth", "c_11"), false);
  });

  it("keeps two places from those who ask again and again, from wherever", async () => {
    const gate = createBulkhead();
    for (let nth = 0; nth < 9; nth++) {
      const askedFor = { network: `n_${nth}`, conversationId: `c_${nth}` };
      for (let ask = 0; ask < 4; ask++) (await gate.enter(undefined, askedFor))?.();
    }
    for (let nth = 0; nth < 8; nth++) assert(await isIn(gate, `n_${nth}`, `c_${nth}`));
    assert.equal(await isIn(gate, "n_8", "c_8"), false);
    assert(await isIn(gate, "n_8", "new"));
    assert(await isIn(gate, "n_9", "c_9"));
  });

  it("counts a conversation for a network where the channel tells none", async () => {
    const gate = createBulkhead();
    for (let nth = 0; nth < 10; nth++) {
      assert(await gate.enter(undefined, { network: null, conversationId: `c_${nth}` }));
    }
  });

  it("lets in first who has had the least, however late they came", async () => {
    const gate = createBulkhead();
    const inside = await enterAll(gate, 10);
    const order: string[] = [];
    const wait = (network: string, conversationId: string) =>
      gate.enter(undefined, { network, conversationId }).then((leave) => {
        order.push(conversationId);
        return leave;
      });
    const waiting = [
      wait("one", "restless"),
      wait("one", "restless"),
      wait("one", "calm"),
      wait("other", "new"),
    ];
    inside[0]?.();
    await waiting[3];
    inside[1]?.();
    await waiting[2];
    inside[2]?.();
    await Promise.race(waiting.slice(0, 2));
    assert.deepEqual(order, ["new", "calm", "restless"]);
  });

  it("knows a network again that begins a conversation for each question", async () => {
    const gate = createBulkhead();
    for (let nth = 0; nth < 20; nth++) {
      (await gate.enter(undefined, { network: "many", conversationId: `c_${nth}` }))?.();
    }
    const inside = await enterAll(gate, 10);
    const order: string[] = [];
    const waiting = ["many", "one"].map((network) =>
      gate.enter(undefined, { network, conversationId: `last of ${network}` }).then(() => {
        order.push(network);
      }),
    );
    inside[0]?.();
    await waiting[1];
    inside[1]?.();
    await waiting[0];
    assert.deepEqual(order, ["one", "many"]);
  });

  it("turns away the one who has had the most where fifty wait, and not the newcomer", async () => {
    const gate = createBulkhead();
    const inside = await enterAll(gate, 10);
    const restless = { network: "one", conversationId: "restless" };
    const waiting = Array.from({ length: 50 }, () => gate.enter(undefined, restless));
    const newcomer = gate.enter(undefined, { network: "one", conversationId: "new" });
    assert.equal(await waiting[49], null);
    inside[0]?.();
    assert(await newcomer);
    for (const leave of inside) leave?.();
    for (const place of waiting) (await place)?.();
  });

  it("forgets after two minutes how often a conversation asked", async () => {
    let now = 0;
    const gate = createBulkhead(() => now);
    const restless = { network: "one", conversationId: "restless" };
    for (let ask = 0; ask < 9; ask++) (await gate.enter(undefined, restless))?.();
    for (let nth = 0; nth < 8; nth++) assert(await isIn(gate, `n_${nth}`, `c_${nth}`));
    assert.equal(await isIn(gate, "one", "restless"), false);
    now = 120_000;
    assert(await isIn(gate, "one", "restless"));
  });
});
