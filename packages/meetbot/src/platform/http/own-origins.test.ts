import assert from "node:assert/strict";
import { test } from "node:test";
import { findOwnOrigins } from "./own-origins.ts";

test("a server with a public address is reached there and nowhere else", () => {
  const own = findOwnOrigins("https://chat.example.com/shop", "127.0.0.1", 4400);
  assert.deepEqual(own, ["https://chat.example.com"]);
});

test("without one it is reached by the names of this machine, and where it listens", () => {
  const machine = ["http://127.0.0.1:4400", "http://localhost:4400", "http://[::1]:4400"];
  assert.deepEqual(findOwnOrigins(null, "127.0.0.1", 4400), machine);
  assert.deepEqual(findOwnOrigins(null, "192.0.2.7", 4400), ["http://192.0.2.7:4400", ...machine]);
  assert.deepEqual(new Set(findOwnOrigins(null, "::1", 4400)), new Set(machine));
});
