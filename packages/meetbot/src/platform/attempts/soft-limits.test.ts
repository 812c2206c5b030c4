import assert from "node:assert/strict";
import { test } from "node:test";
import type { Attempt } from "@meetbot/model/limit.ts";
import { bot } from "../../store/store.fixture.ts";
import { attempt, openCounted } from "./limits.fixture.ts";

/** What is counted of a guest's number: for the guest, of whom the first two are a share, and the bot. */
const look = (item: string, subject: string, share = 2): Attempt[] => [
  attempt(item, { subject, max: 10, share }),
  attempt(item, { limit: "bot_numbers", subject: "", max: 5, soft: true }),
];

test("beyond a soft limit everybody has their share, and it is told of whoever is past it", async (t) => {
  const { limits } = await openCounted(t);
  const told = async (item: string, subject: string) =>
    (await limits.count(bot.id, look(item, subject))).map(({ limit }) => limit);
  for (const item of ["1", "2", "3", "4"]) assert.deepEqual(await told(item, "walker"), []);
  // The fifth makes the bot's count full, and is let in itself.
  assert.deepEqual(await told("5", "walker"), []);
  assert.deepEqual(await told("6", "walker"), ["bot_numbers"]);
  assert.deepEqual(await told("7", "walker"), ["bot_numbers"]);
  for (const item of ["6", "8"]) assert.deepEqual(await told(item, "honest"), []);
  assert.deepEqual(await told("9", "honest"), ["bot_numbers"]);
  // The same again is what it was: within the share, or past it.
  assert.deepEqual(await told("1", "walker"), []);
  assert.deepEqual(await told("2", "walker"), []);
  assert.deepEqual(await told("3", "walker"), ["bot_numbers"]);
  assert.deepEqual(await told("8", "honest"), []);
});

test("whoever is past their share is counted on, up to their limit, and there nowhere else", async (t) => {
  const { limits, run, stored } = await openCounted(t);
  for (let nth = 0; nth < 10; nth++) await limits.count(bot.id, look(String(nth), "walker"));
  assert.equal(await stored(), 20);
  const exceeded = await limits.count(bot.id, look("11", "walker"));
  assert.deepEqual(
    exceeded.map(({ limit }) => limit),
    ["numbers", "bot_numbers"],
  );
  assert.equal(await stored(), 20);
  await run("update attempts set expires_at = now()");
  assert.deepEqual(await limits.count(bot.id, look("11", "walker")), []);
});

test("an older item's end moves a younger one into the share", async (t) => {
  const { limits, run } = await openCounted(t);
  for (let nth = 0; nth < 6; nth++) await limits.count(bot.id, look(String(nth), "walker"));
  assert.equal((await limits.count(bot.id, look("2", "walker"))).length, 1);
  await run(`
    update attempts set expires_at = now()
    where item in (select item from attempts a where (select count(*) from attempts b
      where a.scope = b.scope) = 6 order by expires_at limit 2)`);
  for (const item of ["6", "7", "8"]) await limits.count(bot.id, look(item, "other"));
  assert.deepEqual(await limits.count(bot.id, look("2", "walker")), []);
});

test("a share of nothing makes a soft limit tell of everybody", async (t) => {
  const { limits } = await openCounted(t);
  for (let nth = 0; nth < 5; nth++) await limits.count(bot.id, look(String(nth), `${nth}`, 0));
  assert.equal((await limits.count(bot.id, look("9", "anybody", 0))).length, 1);
  assert.equal((await limits.count(bot.id, look("9", "anybody", 0))).length, 1);
});

test("two nodes at once give a subject its share and no more, also when it is asked again", async (t) => {
  const { store, openAgain, limits } = await openCounted(t);
  const nodes = [store.limits, (await openAgain()).limits];
  for (let nth = 0; nth < 5; nth++) await limits.count(bot.id, look(`x${nth}`, `${nth}`));
  const items = Array.from({ length: 10 }, (_, nth) => String(nth));
  const storm = async () => {
    const calls = items.map((item, nth) => nodes[nth % 2]!.count(bot.id, look(item, "walker")));
    const exceeded = await Promise.all(calls);
    return items.filter((_, nth) => exceeded[nth]!.length === 0);
  };
  const first = await storm();
  assert.equal(first.length, 2);
  assert.deepEqual(await storm(), first);
});

test("a soft limit that somebody is counting makes nobody else wait", async (t) => {
  const { limits, operator, run } = await openCounted(t);
  for (const item of ["1", "2"]) await limits.count(bot.id, look(item, item));
  const [row] = await run("select scope from attempts group by scope having count(*) = 2");
  const ofBot = (row as { scope: Buffer }).scope;
  await operator(async (client) => {
    await client.query("begin");
    await client.query(
      `select from count_attempts($1, array[$2::bytea], array['\\x01'::bytea], '{9}', '{60}', '{t}', '{null}')`,
      [bot.id, ofBot],
    );
    assert.deepEqual(await limits.count(bot.id, look("3", "other")), []);
    await client.query("rollback");
  });
});
