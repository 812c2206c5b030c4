import assert from "node:assert/strict";
import { test } from "node:test";
import { bot } from "../../store/store.fixture.ts";
import { attempt, openCounted } from "./limits.fixture.ts";

test("200 calls at once on two nodes let in exactly as many items as the limit says", async (t) => {
  const { store, openAgain, stored } = await openCounted(t);
  const stores = [store, await openAgain()];
  // All connections are open, so that the calls start together.
  await Promise.all(Array.from({ length: 20 }, (_, n) => stores[n % 2]!.ping()));
  const calls = Array.from({ length: 200 }, (_, n) =>
    stores[n % 2]!.limits.count(bot.id, [attempt(String(n), { max: 7 })]),
  );
  const letIn = (await Promise.all(calls)).filter((exceeded) => exceeded.length === 0);
  assert.equal(letIn.length, 7);
  assert.equal(await stored(), 7);
});

test("whoever counts while another does waits, and then sees what the other stored", async (t) => {
  const { limits, run, operator, isBlocked } = await openCounted(t);
  const last = { max: 1 };
  await limits.count(bot.id, [attempt("1", last)]);
  const [row] = await run("delete from attempts returning bot_id, scope, item");
  await operator(async (client) => {
    await client.query("begin");
    const counted =
      "select from count_attempts($1, array[$2::bytea], array[$3::bytea], '{1}', '{60}')";
    await client.query(counted, Object.values(row as object));
    const call = limits.count(bot.id, [attempt("2", last)]);
    await isBlocked(1);
    await client.query("commit");
    assert.equal((await call).length, 1);
  });
});

test("calls at the same moment are told apart: known, new, refused for an item, refused by a count", async (t) => {
  const { limits, store, stored } = await openCounted(t);
  await limits.count(bot.id, [attempt("1"), attempt("2"), attempt("3")]);
  const missed = { ...attempt(null, { max: 2 }), limit: "misses" };
  const misses = ["a", "b"].map((item) => ({ ...missed, item }));
  await limits.count(bot.id, misses);
  await Promise.all(Array.from({ length: 10 }, () => store.ping()));
  const elsewhere = attempt("4", { subject: "another guest" });
  const results = await Promise.all([
    limits.count(bot.id, [attempt("1"), attempt("3")]),
    limits.count(bot.id, [elsewhere, attempt("2")]),
    limits.count(bot.id, [attempt("1"), attempt("4")]),
    limits.count(bot.id, [missed, attempt("2"), { ...missed, max: 3 }, { ...missed, windowS: 1 }]),
    limits.count("bot_nowhere", [attempt("1")]),
  ]);
  assert.deepEqual(
    results.map((exceeded) => exceeded.map(({ limit }) => limit)),
    [[], [], ["numbers"], ["misses", "misses"], []],
  );
  assert.equal(await stored(), 6);
});

test("calls that share limits in opposite orders all end, and stay exact", async (t) => {
  const { store, openAgain, run } = await openCounted(t);
  const nodes = [store.limits, (await openAgain()).limits];
  const subjects = ["a", "b", "c", "d"];
  const calls = Array.from({ length: 200 }, (_, n) => {
    const attempts = subjects.map((subject) => attempt(String(n % 100), { subject, max: 50 }));
    return nodes[n % 2]!.count(bot.id, n % 4 < 2 ? attempts : attempts.reverse());
  });
  await Promise.all(calls);
  const counts = await run("select count(*)::integer from attempts group by scope");
  assert.deepEqual(counts, Array(4).fill({ count: 50 }));
});

test("the same attempts, noted and counted at once, do not wait for one another in a circle", async (t) => {
  const { limits, run, isBlocked, operator, stored } = await openCounted(t);
  const attempts = ["a", "b", "c", "d", "e"].map((subject) => attempt("1", { subject }));
  await limits.note(bot.id, attempts);
  // Both have to pass by the middle row, which somebody holds for now.
  const middle = (await run("select * from attempts order by scope, item"))[2] as object;
  await run("delete from attempts");
  await operator(async (client) => {
    await client.query("begin");
    await client.query("insert into attempts values ($1, $2, $3, $4)", Object.values(middle));
    const calls = [limits.note(bot.id, attempts), limits.count(bot.id, attempts)];
    await isBlocked(2);
    await client.query("rollback");
    assert.deepEqual(await Promise.all(calls), [undefined, []]);
  });
  assert.equal(await stored(), 5);
});

test("nothing is counted for a bot that is not there, or that goes at this moment", async (t) => {
  const { limits, operator, isBlocked, stored, isLetIn } = await openCounted(t);
  assert.deepEqual(await limits.count("bot_none", [attempt("1"), attempt(null)]), []);
  await limits.note("bot_none", [attempt("1")]);
  await isLetIn("1");

  await operator(async (client) => {
    await client.query("begin");
    await client.query("delete from bots");
    const calls = [
      limits.count(bot.id, [attempt("2")]),
      limits.note(bot.id, [attempt("3")]),
      limits.count(bot.id, [attempt("1")]),
    ];
    await isBlocked(2);
    await client.query("commit");
    assert.deepEqual(await Promise.all(calls), [[], undefined, []]);
  });
  assert.equal(await stored(), 0);
});
