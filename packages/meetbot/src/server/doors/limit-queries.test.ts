import assert from "node:assert/strict";
import { test } from "node:test";
import type { Attempt } from "@meetbot/model/limit.ts";
import { limits as known, queryAttempts, type RateLimitSubject } from "../../identity/limits.ts";
import { limitQueries } from "./limit-queries.ts";

const hourMs = 3_600_000;

/** The queries of strangers, always for the same number, and what the database is asked to count. */
function openQueries(publicUrl: string | null = "https://chat.example.com") {
  let nowMs = 0;
  const passed: Attempt[][] = [];
  const store = {
    count: async (_: string, attempts: Attempt[]) => {
      passed.push(attempts);
      return [];
    },
    note: async () => {},
  };
  const limits = limitQueries(store, publicUrl, () => nowMs);
  const ask = async (network: string | null, conversationId = "c_1") => {
    const trier: RateLimitSubject = {
      ...{ network, conversationId, proofs: [], policy: "ladder", now: 0 },
    };
    const question = { method: "orders", orderNumber: "1042" } as const;
    return limits.count("bot_1", queryAttempts(question, trier));
  };
  const pass = (ms: number) => {
    nowMs += ms;
  };
  return { ask, pass, passed };
}

test("a network that asks the same again and again all hour has so many queries and no more", async () => {
  const { ask, pass, passed } = openQueries();
  let asked = 0;
  for (let nth = 0; nth < 10_000; nth++) {
    if ((await ask("203.0.113.0/24", `c_${nth}`)).length === 0) asked += 1;
    pass(hourMs / 10_000);
  }
  assert(asked <= known.network_queries.max && asked > known.network_queries.max - 10, `${asked}`);
  await ask("203.0.113.0/24");
  const [refused] = await ask("203.0.113.0/24");
  assert.equal(refused?.limit, "network_queries");
  assert.equal(refused?.retryAfterS, 1);
  assert.deepEqual(await ask("198.51.100.0/24"), []);
  assert(passed.every((attempts) => attempts.length === 0));
});

test("a /48 of IPv6 is one network, and where none is told each conversation is one", async () => {
  const { ask } = openQueries();
  for (let nth = 0; nth < 1_000; nth++) await ask(`2001:db8:1:${nth.toString(16)}::/64`);
  assert.equal((await ask("2001:db8:1:ffff::/64")).length, 1);
  for (let nth = 0; nth < 1_000; nth++) await ask(null);
  assert.equal((await ask(null)).length, 1);
  assert.deepEqual(await ask(null, "c_2"), []);
});

test("a program of this machine is free only where the server has no public URL", async () => {
  for (const [publicUrl, refused] of [
    [null, 0],
    ["https://chat.example.com", 1],
  ] as const) {
    const { ask } = openQueries(publicUrl);
    for (let nth = 0; nth < 1_000; nth++) await ask("127.0.0.0/24");
    assert.equal((await ask("127.0.0.0/24")).length, refused);
  }
});
