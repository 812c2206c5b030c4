import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "../../../test/fixtures/eventually.ts";
import { openGuest } from "../../../test/fixtures/guest.ts";
import { createMachine, type Machine } from "../../../test/fixtures/machine.ts";
import { demoBotId } from "./demo-bot.ts";
import { sampleConversations } from "./sample-conversations.ts";

const told = /some customers are asking already/;

async function outcomesOf(machine: Machine): Promise<string[]> {
  const args = ["bot", "deliveries", demoBotId, "--last", "100", "--json"];
  const { stdout } = await machine.run(args);
  return stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line).outcome);
}

test("the first start of the demo holds conversations of every kind with its shop, and later ones none", async (t) => {
  const machine = createMachine(t);
  const demo = await machine.start(["demo", "--port", "0"]);
  const held = await eventually(60_000, async () => {
    const outcomes = await outcomesOf(machine);
    for (const one of ["answered", "order_not_found", "user_not_found", "http_status"]) {
      assert(outcomes.includes(one), `${one} is none of ${outcomes}`);
    }
    return outcomes;
  });
  assert.match(demo.printed.stdout, told);
  assert.equal(await demo.stop(), 0);
  const before = (await outcomesOf(machine)).length;
  assert(before >= held.length);

  const again = await machine.start(["demo", "--port", "0"]);
  const guest = await openGuest(again.url, demoBotId);
  await guest.say("where is my order? my email is yilia@meetbot.biz", 2);
  guest.leave();
  assert.doesNotMatch(again.printed.stdout, told);
  assert.equal(await again.stop(), 0);
  assert.equal((await outcomesOf(machine)).length, before + 1);
});

test("a demo that is stopped at once stops at once, samples or not", async (t) => {
  const machine = createMachine(t);
  const demo = await machine.start(["demo", "--json", "--port", "0"]);
  assert.equal(await demo.stop(), 0);
});

test("there are samples in both languages, of guests and of shoppers", () => {
  const kinds = sampleConversations.map(
    ({ locale, shopper }) => `${locale} ${shopper !== undefined}`,
  );
  assert.deepEqual([...new Set(kinds)].sort(), ["en false", "en true", "zh false", "zh true"]);
});
