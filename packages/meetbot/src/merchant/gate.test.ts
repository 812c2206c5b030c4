import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createGate, type Gate } from "./gate.ts";

const enterAll = (gate: Gate, count: number) =>
  Promise.all(Array.from({ length: count }, () => gate.enter()));

describe("gate", () => {
  it("lets ten in at once, and the eleventh when one leaves", async () => {
    const gate = createGate();
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
    const gate = createGate();
    const inside = await enterAll(gate, 10);
    const order: number[] = [];
    const waiting = [1, 2, 3].map((number) => gate.enter().then(() => order.push(number)));
    for (const leave of inside.slice(0, 3)) leave?.();
    await Promise.all(waiting);
    assert.deepEqual(order, [1, 2, 3]);
  });

  it("turns away at once where fifty wait already", async () => {
    const gate = createGate();
    const inside = await enterAll(gate, 10);
    const waiting = Array.from({ length: 50 }, () => gate.enter());
    assert.equal(await gate.enter(), null);
    for (const leave of inside) leave?.();
    for (const place of waiting) (await place)?.();
  });

  it("turns away after a second, and gives the place to nobody who has gone", async () => {
    const gate = createGate();
    const inside = await enterAll(gate, 10);
    const start = performance.now();
    assert.equal(await gate.enter(), null);
    assert.ok(performance.now() - start >= 990);
    for (const leave of inside) leave?.();
    assert.equal((await enterAll(gate, 10)).includes(null), false);
  });

  it("counts a way out once, however often it is taken", async () => {
    const gate = createGate();
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
    const gate = createGate();
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
