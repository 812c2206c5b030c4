import assert from "node:assert/strict";
import { test } from "node:test";
import { bot } from "../../store/store.fixture.ts";
import { attempt, openCounted } from "./limits.fixture.ts";

test("so many items are let in as the limit says, and each of them again for free", async (t) => {
  const { limits, isLetIn, stored } = await openCounted(t);
  for (const item of ["1", "2", "1", "3", "2"]) assert(await isLetIn(item), item);
  assert.equal(await isLetIn("4"), false);
  assert.equal(await isLetIn("5"), false);
  assert.equal(await isLetIn("3"), true);
  assert.equal(await stored(), 3);
  assert.deepEqual(await limits.count(bot.id, []), []);
});

test("each subject, limit and bot is counted by itself", async (t) => {
  const { store, limits } = await openCounted(t);
  const secrets = { signingSecret: "whsec_2", identitySecret: "identity_2" };
  await store.bots.create({ ...bot, id: "bot_2" }, secrets);
  const full = attempt("1", { max: 1 });
  await limits.count(bot.id, [full]);
  assert.equal((await limits.count(bot.id, [{ ...full, item: "2" }])).length, 1);
  assert.deepEqual(await limits.count(bot.id, [{ ...full, item: "2", subject: "other" }]), []);
  assert.deepEqual(await limits.count(bot.id, [{ ...full, item: "2", limit: "emails" }]), []);
  assert.deepEqual(await limits.count("bot_2", [{ ...full, item: "2" }]), []);
  for (const mark of [",", "\0", '","']) {
    const one = { ...full, limit: "a", subject: `b${mark}c` };
    const other = { ...full, limit: `a${mark}b`, subject: "c", item: "2" };
    assert.deepEqual(await limits.count(bot.id, [one, other]), []);
  }
});

test("an item whose window has ended makes room for another, and is itself new again", async (t) => {
  const { run, isLetIn } = await openCounted(t);
  for (const item of ["1", "2", "3"]) await isLetIn(item);
  assert.equal(await isLetIn("4"), false);

  await run("update attempts set expires_at = now()");

  for (const item of ["4", "1", "5"]) assert(await isLetIn(item), item);
  assert.equal(await isLetIn("2"), false);
  assert.equal(await isLetIn("1"), true);
});

test("whoever is refused hears when the oldest attempt ends, and no second too early", async (t) => {
  const { run, limits } = await openCounted(t);
  const left = async (): Promise<number> => {
    const [row] = await run(
      "select ceil(extract(epoch from min(expires_at) - now()))::integer as left from attempts",
    );
    return (row as { left: number }).left;
  };
  await limits.count(bot.id, [attempt("1"), attempt("2"), attempt("3")]);
  await run(`
    update attempts set expires_at = now() + interval '100.5 s'
    where item = (select item from attempts order by item limit 1)`);

  const before = await left();
  const [refused] = await limits.count(bot.id, [attempt("4")]);
  const after = await left();

  const told = refused?.retryAfterS ?? 0;
  assert(after <= told && told <= before && before <= 101, `${after} ${told} ${before}`);
});

test("where nothing is let in at all, the wait is the window", async (t) => {
  const { limits } = await openCounted(t);
  const closed = attempt("1", { max: 0, windowS: 60 });
  assert.deepEqual(await limits.count(bot.id, [closed]), [{ limit: "numbers", retryAfterS: 60 }]);
});

test("a call that goes beyond one limit counts nowhere, and names that limit alone", async (t) => {
  const { limits, stored } = await openCounted(t);
  await limits.note(bot.id, [attempt("1", { limit: "emails", max: 1 })]);

  const exceeded = await limits.count(bot.id, [
    attempt("2"),
    attempt("2", { limit: "emails", max: 1 }),
    attempt("2", { limit: "networks" }),
  ]);

  assert.deepEqual(
    exceeded.map(({ limit }) => limit),
    ["emails"],
  );
  assert.equal(await stored(), 1);
});

test("items of one call count together, and one item twice counts once", async (t) => {
  const { limits, stored } = await openCounted(t);
  const items = (...names: string[]) => names.map((name) => attempt(name));
  assert.equal((await limits.count(bot.id, items("1", "2", "3", "4"))).length, 1);
  assert.equal(await stored(), 0);
  assert.deepEqual(await limits.count(bot.id, items("1", "1", "2", "2", "3")), []);
  assert.equal(await stored(), 3);
});

test("a known item stays free beside a new one, and its window does not start again", async (t) => {
  const { limits, run, stored } = await openCounted(t);
  const full = attempt("1", { max: 1 });
  await limits.count(bot.id, [full]);
  const before = await run("select expires_at from attempts");
  assert.deepEqual(await limits.count(bot.id, [full, attempt("1", { limit: "emails" })]), []);
  assert.equal(await stored(), 2);
  assert.deepEqual(await run("select expires_at from attempts order by 1 limit 1"), before);
});

test("an attempt without an item is looked at only, and keeps no other from counting", async (t) => {
  const { limits, isLetIn, stored } = await openCounted(t);
  assert.equal(await isLetIn(null), true);
  assert.equal(await stored(), 0);
  await limits.count(bot.id, [attempt("1"), attempt("2"), attempt("3"), attempt(null)]);
  assert.equal(await isLetIn(null), false);

  const both = [attempt("1", { limit: "emails" }), attempt(null)];
  for (const _ of ["new", "known"]) {
    const exceeded = await limits.count(bot.id, both);
    assert.deepEqual(
      exceeded.map(({ limit }) => limit),
      ["numbers"],
    );
  }
  assert.equal(await stored(), 4);
});

test("what is noted counts beyond the limit too, and does not make its window longer", async (t) => {
  const { limits, run, isLetIn, stored } = await openCounted(t);
  const items = ["1", "2", "2", "3", "4", null].map((item) => attempt(item));
  await limits.note(bot.id, items);
  await limits.note(bot.id, []);
  await limits.note(bot.id, [attempt(null)]);
  assert.equal(await stored(), 4);
  assert.equal(await isLetIn(null), false);

  const ends = () => run("select item, expires_at from attempts order by item");
  const before = await ends();
  await limits.note(bot.id, items);
  assert.deepEqual(await ends(), before);
  await run("update attempts set expires_at = now()");
  await limits.note(bot.id, items.slice(0, 2));
  assert.equal(await isLetIn("9"), true);
  assert.equal(await isLetIn("10"), false);
});

test("no email, number or network can be read in the table", async (t) => {
  const { limits, run } = await openCounted(t);
  const canaries = ["yilia@meetbot.biz", "MBHG4N75RBTE", "203.0.113.0/24", "network_numbers"];
  for (const subject of canaries) {
    for (const item of canaries) {
      const words = { limit: "network_numbers", subject };
      await limits.count(bot.id, [attempt(item, words)]);
      await limits.note(bot.id, [attempt(item, { ...words, limit: "network_misses" })]);
    }
  }
  const rows = (await run("select * from attempts")) as { scope: Buffer; item: Buffer }[];
  assert(rows.length >= 28);
  const dump = rows.flatMap((row) =>
    Object.values(row).map((cell) =>
      Buffer.isBuffer(cell) ? cell.toString("latin1") : JSON.stringify(cell),
    ),
  );
  assert(dump.includes('"bot_1"'));
  for (const canary of canaries) {
    assert(!dump.join().toLowerCase().includes(canary.toLowerCase()), canary);
  }
  // The same number looks different under each limit and subject.
  assert.equal(new Set(rows.map(({ item }) => item.toString("hex"))).size, rows.length);
  assert(rows.every(({ scope, item }) => scope.length === 32 && item.length === 32));
});
