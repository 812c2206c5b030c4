import assert from "node:assert/strict";
import { test } from "node:test";
import { mayResume } from "./may-resume.ts";

const begunAt = Date.UTC(2026, 10, 24);
const hour = 60 * 60 * 1000;
const session = (owner: string) => ({ id: "a", owner, token: "t", begunAt, seen: 0 });

test("a guest's conversation goes on, however old", () => {
  assert(mayResume(session(""), "", begunAt + 20 * hour));
});

test("a shopper's conversation goes on while the shop's word counts, and no longer", () => {
  assert(mayResume(session("1f"), "1f", begunAt + 1.5 * hour));
  assert(!mayResume(session("1f"), "1f", begunAt + 2 * hour));
});

test("nobody goes on with another's conversation", () => {
  for (const [owner, visitor] of [
    ["", "1f"],
    ["1f", ""],
    ["1f", "2e"],
  ] as const) {
    assert(!mayResume(session(owner), visitor, begunAt));
  }
});
