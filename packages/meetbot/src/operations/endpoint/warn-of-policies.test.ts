import assert from "node:assert/strict";
import { test } from "node:test";
import type { IdentityPolicy } from "@meetbot/model/bot/bot.ts";
import { bot } from "../../store/store.fixture.ts";
import { warnOfPolicies } from "./warn-of-policies.ts";

async function warningsAbout(policy: IdentityPolicy, sendsCodes: boolean): Promise<string[]> {
  const warnings: string[] = [];
  const bots = { list: async () => [{ ...bot, policy }] };
  const warn = (_: object, message: string) => warnings.push(message);
  await warnOfPolicies(bots, sendsCodes, { warn });
  return warnings;
}

test("a bot that checks nothing is named at each start, whatever else is set up", async () => {
  for (const sendsCodes of [true, false]) {
    assert.match((await warningsAbout("off", sendsCodes)).join(), /^policy off/);
  }
});

test("a bot that needs codes is named where none can be sent", async () => {
  assert.match((await warningsAbout("code", false)).join(), /MEETBOT_SMTP_URL/);
  assert.deepEqual(await warningsAbout("code", true), []);
  assert.deepEqual(await warningsAbout("ladder", false), []);
});
