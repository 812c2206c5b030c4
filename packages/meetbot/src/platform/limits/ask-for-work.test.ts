import assert from "node:assert/strict";
import { test } from "node:test";
import type { Limits } from "../attempts/limits.ts";
import { createAskForWork, type WorkMode } from "./ask-for-work.ts";
import type { WorkChallenge } from "./proof-of-work.ts";

const challenge = { salt: "s" } as WorkChallenge;
const minute = 60_000;

function openListener(mode: WorkMode) {
  let now = 0;
  const work = { challenge: () => challenge, accept: async () => true };
  const asking = createAskForWork(work, mode, () => now);
  const exceed = (limit: string, botId = "bot_1") => {
    const limits: Limits = { count: async () => [{ limit, retryAfterS: 1 }], note: async () => {} };
    return asking.watch(limits).count(botId, []);
  };
  const pass = (ms: number) => {
    now += ms;
  };
  return { asks: (botId = "bot_1") => "challenge" in asking.offer(botId), exceed, pass };
}

test("work is asked for while a bot's codes are under pressure, and for ten minutes more", async () => {
  for (const limit of ["bot_codes", "network_codes", "network_56_codes", "network_48_codes"]) {
    const { asks, exceed, pass } = openListener("on-pressure");
    assert.equal(asks(), false);
    await exceed(limit);
    assert.equal(asks(), true);
    assert.equal(asks("bot_2"), false);
    pass(9 * minute);
    await exceed(limit);
    pass(9 * minute);
    assert.equal(asks(), true);
    pass(minute);
    assert.equal(asks(), false);
  }
});

test("other limits ask for none", async () => {
  const { asks, exceed } = openListener("on-pressure");
  for (const limit of ["bot_numbers", "email_codes", "conversation_codes", "network_misses"]) {
    await exceed(limit);
  }
  assert.equal(asks(), false);
});

test("it can be asked for always, or never", async () => {
  assert.equal(openListener("always").asks(), true);
  const { asks, exceed } = openListener("off");
  await exceed("bot_codes");
  assert.equal(asks(), false);
});
