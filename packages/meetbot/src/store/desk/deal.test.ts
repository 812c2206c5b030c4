import assert from "node:assert/strict";
import { test } from "node:test";
import type { Colleague } from "@meetbot/model/desk/colleague.ts";
import { deal } from "./deal.ts";

const colleague = (operatorId: string, more: Partial<Colleague> = {}): Colleague => ({
  ...{ operatorId, name: operatorId, isOn: true, since: new Date(0), capacity: 2, has: 0 },
  ...more,
});
const dealt = (waiting: string[], colleagues: Colleague[]) =>
  deal(waiting, colleagues).map((one) => `${one.conversationId} ${one.operatorId}`);

test("whoever is on and has the fewest is next, up to what they can hold, and then nobody", () => {
  const people = [colleague("ada", { has: 1 }), colleague("bo"), colleague("off", { isOn: false })];
  assert.deepEqual(dealt(["1", "2", "3", "4"], people), ["1 bo", "2 ada", "3 bo"]);
  assert.deepEqual(dealt(["1"], []), []);
});

test("of those who have as many, whoever is there longest is next", () => {
  const people = [
    colleague("ada", { since: new Date(2) }),
    colleague("bo", { since: new Date(1) }),
  ];
  assert.deepEqual(dealt(["1", "2"], people), ["1 bo", "2 ada"]);
});
