import assert from "node:assert/strict";
import { test } from "node:test";
import { createSlots } from "./slots.ts";

/** Takes all that a bot can get. */
function fill(places: ReturnType<typeof createSlots>, botId: string): number {
  let taken = 0;
  while (places.take(botId)) taken += 1;
  return taken;
}

test("a bot alone gets a quarter of the places, and no more", () => {
  const places = createSlots(400);
  assert.equal(fill(places, "slow"), 100);
  assert.deepEqual(places.full(), ["slow"]);
  assert.equal(places.free(), 300);
});

test("ten bots that fill all they get leave places for the next", () => {
  const places = createSlots(400);
  for (let bot = 0; bot < 10; bot++) assert(fill(places, `slow ${bot}`) > 0);
  assert.deepEqual(places.full().length, 10);
  assert(fill(places, "next") >= 5);
});

test("a place that is left can be taken again", () => {
  const places = createSlots(4);
  assert(places.take("one"));
  assert(!places.take("one"));
  places.leave("one");
  assert.equal(places.free(), 4);
  assert.deepEqual(places.full(), []);
  assert(places.take("one"));
});
