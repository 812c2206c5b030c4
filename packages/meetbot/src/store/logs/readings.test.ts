import assert from "node:assert/strict";
import { test } from "node:test";
import { maxLookupsAnHour } from "@meetbot/admin-api/limits/max-lookups.ts";
import { bot, openTestStore } from "../store.fixture.ts";

const lookUp = { actor: "ada (token a)", action: "query_sent", operator: "ada" } as const;

test("lookups are counted exactly, however many come at once and from however many nodes", async (t) => {
  const { store, openAgain, run } = await openTestStore(t);
  const nodes = [store, await openAgain()];
  const asked = await Promise.all(
    Array.from({ length: maxLookupsAnHour + 6 }, (_, n) =>
      nodes[n % 2]!.readings.recordLookup(bot.id, { ...lookUp, subject: { account: `a${n}@b.c` } }),
    ),
  );
  assert.equal(asked.filter((one) => one === "noted").length, maxLookupsAnHour);
  const another = { ...lookUp, operator: "bob", subject: { account: "a@b.c" } };
  assert.equal(await store.readings.recordLookup(bot.id, another), "noted");
  const ofNobody = { ...lookUp, subject: {} };
  assert.equal(await store.readings.recordLookup(bot.id, ofNobody), "noted");
  assert.equal(await store.readings.recordLookup("bot_nowhere", another), "no_such_bot");
  assert.equal(await store.readings.note("bot_nowhere", lookUp), false);
  // The first two of the hour: forty and twenty minutes ago.
  await run(`update audit set at = now() - interval '1 minute' * (case n when 1 then 40 else 20 end)
    from (select entry, row_number() over (order by entry) as n from audit
      where detail->>'operator' = 'ada') as first
    where first.entry = audit.entry and n <= 2`);
  const more = { ...lookUp, subject: { account: "c@b.c" } };
  const refused = await store.readings.recordLookup(bot.id, more);
  const freeInS = typeof refused === "object" ? refused.freeInS : 0;
  assert(freeInS > 19 * 60 && freeInS <= 20 * 60, String(freeInS));
});

test("an account is named alike in any spelling, in no other place of the database, and unreadably", async (t) => {
  const { store, run } = await openTestStore(t);
  const { readings } = store;
  assert.match(readings.fingerprint("yilia@meetbot.biz"), /^[0-9a-f]{16}$/);
  assert.equal(
    readings.fingerprint(" Yilia@Meetbot.biz"),
    readings.fingerprint("yilia@meetbot.biz"),
  );
  assert.notEqual(readings.fingerprint("ann@meetbot.biz"), readings.fingerprint("1001"));
  const subject = { account: "yilia@meetbot.biz", order_number: "A-1001" };
  await readings.recordLookup(bot.id, { ...lookUp, subject });
  const [entry] = await store.bots.auditOf(bot.id, 1);
  assert.deepEqual(entry?.detail, {
    operator: "ada",
    account: readings.fingerprint(subject.account),
    order_number: readings.fingerprint(subject.order_number),
  });
  assert(!JSON.stringify(await run("select * from audit")).includes("yilia"));
});
