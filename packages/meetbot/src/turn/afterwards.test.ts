import assert from "node:assert/strict";
import { test } from "node:test";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import pino from "pino";
import { createAfterwards } from "./afterwards.ts";

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

function open() {
  const noted: string[] = [];
  const logged: string[] = [];
  const log = pino({ level: "warn" }, { write: (line: string) => void logged.push(line) });
  const later = createAfterwards({
    recordDelivery: async ({ conversationId }, seq, { id }) =>
      void noted.push(`${conversationId} ${seq} ${id}`),
    log,
  });
  const ends: (() => void)[] = [];
  const begin = (botId: string, nth: number) =>
    later.start({ botId, conversationId: `c_${nth}` }, nth, () => {
      const { promise, resolve } = Promise.withResolvers<Delivery[]>();
      ends.push(() => resolve([{ id: `d${nth}` } as Delivery]));
      return promise;
    });
  return { later, noted, logged, ends, begin };
}

test("a bot has four things done at once, in order, and another bot does not wait for it", async () => {
  const { begin, ends, noted } = open();
  for (let nth = 0; nth < 6; nth++) begin("bot_1", nth);
  assert.equal(ends.length, 4);
  begin("bot_2", 9);
  assert.equal(ends.length, 5);
  ends[0]!();
  await settled();
  assert.deepEqual(noted, ["c_0 0 d0"]);
  assert.equal(ends.length, 6);
});

test("what fails is told, and the next is begun", async () => {
  const { later, logged, ends, begin } = open();
  const fail = () => Promise.reject(new Error("away"));
  for (let nth = 0; nth < 4; nth++) later.start({ botId: "b", conversationId: "c" }, nth, fail);
  begin("b", 5);
  await settled();
  assert.equal(ends.length, 1);
  assert.equal(logged.length, 4);
});

test("what is too much is told and left, and a stop waits for no more than was begun", async () => {
  const { later, logged, ends, begin } = open();
  for (let nth = 0; nth < 1005; nth++) begin("b", nth);
  assert.equal(logged.length, 1);
  const stopped = later.stop();
  for (const end of ends) end();
  await stopped;
  assert.equal(ends.length, 4);
});
