import assert from "node:assert/strict";
import { test } from "node:test";
import { createFairShares, type SharesOptions } from "./fair-shares.ts";

/** Shares of which is written down who lost theirs. */
function sharesOf(options: SharesOptions) {
  const shares = createFairShares(options);
  const ended: string[] = [];
  const enter = (network: string | null, name: string, weight = 1) =>
    shares.enter(network, () => ended.push(name), weight);
  return { ...shares, enter, ended };
}

test("one network has its share and no more, and others have theirs", () => {
  const { enter, ended, size } = sharesOf({ max: 10, maxOfOne: 2, safeForMs: 60_000 });
  assert(enter("a", "a1") && enter("a", "a2") && enter("b", "b1"));
  assert.equal(enter("a", "a3"), null);
  assert(enter("b", "b2"));
  assert.deepEqual([ended, size()], [[], 4]);
});

test("who held a part long enough makes room in their own network, the oldest first", () => {
  let now = 0;
  const { enter, ended } = sharesOf({ max: 10, maxOfOne: 2, safeForMs: 60_000, now: () => now });
  enter("a", "a1");
  now = 30_000;
  enter("a", "a2");
  now = 60_000;
  assert(enter("a", "a3"));
  assert.equal(enter("a", "a4"), null);
  assert.deepEqual(ended, ["a1"]);
});

test("when all is taken, the network that holds the most makes room for one that holds less", () => {
  const { enter, ended, size } = sharesOf({ max: 6, maxOfOne: 4, safeForMs: 60_000 });
  for (const name of ["a1", "a2", "a3", "a4"]) enter("a", name);
  for (const name of ["b1", "b2"]) enter("b", name);
  assert(enter("c", "c1") && enter("d", "d1"));
  assert.deepEqual([ended, size()], [["a1", "a2"], 6]);
  // Now two have two each: a third one for one of them would be the most.
  assert.equal(enter("b", "b3"), null);
});

test("this machine itself has no share, and loses nothing", () => {
  const { enter, ended } = sharesOf({ max: 3, maxOfOne: 1 });
  for (const name of ["own1", "own2", "own3"]) assert(enter(null, name));
  assert.equal(enter(null, "own4"), null);
  assert.equal(enter("a", "a1"), null);
  assert.deepEqual(ended, []);
});

test("what grows beyond the share of its network ends the oldest there, itself where it is the oldest", () => {
  const { enter, ended, size } = sharesOf({ max: 100, maxOfOne: 10 });
  const first = enter("a", "first", 0)!;
  const second = enter("a", "second", 0)!;
  assert(first.grow(6) && second.grow(4));
  assert(second.grow(3));
  assert.deepEqual(ended, ["first"]);
  assert.equal(first.grow(1), false);
  assert.equal(second.grow(4), false);
  assert.deepEqual([ended, size()], [["first", "second"], 0]);
});

test("what is left can be taken again, and leaving twice leaves once", () => {
  const { enter, size } = sharesOf({ max: 1, maxOfOne: 1, safeForMs: 60_000 });
  const share = enter("a", "a1")!;
  share.leave();
  share.leave();
  assert.equal(size(), 0);
  assert(enter("b", "b1"));
});

test("what cannot be ended makes no room", () => {
  const shares = createFairShares({ max: 2, maxOfOne: 2 });
  assert(shares.enter("a", null) && shares.enter("a", null));
  assert.equal(shares.enter("b", null), null);
});
