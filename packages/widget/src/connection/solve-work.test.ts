import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { solveWork } from "./solve-work.ts";

const salt = "0011223344556677?expires=1795000000&";
const taskOf = (number: number, maxnumber = 5000) => ({
  algorithm: "SHA-256",
  challenge: createHash("sha256").update(`${salt}${number}`).digest("hex"),
  ...{ salt, maxnumber, signature: "ab" },
});

test("the number is found, and handed back with the task", async () => {
  for (const number of [0, 499, 500, 4321, 5000]) {
    const { "meetbot-work": solution = "" } = await solveWork(taskOf(number));
    assert.deepEqual(JSON.parse(atob(solution)), { ...taskOf(number), number });
  }
});

test("where there is none, the search ends", async () => {
  assert.deepEqual(await solveWork(taskOf(9000, 1000)), {});
});
