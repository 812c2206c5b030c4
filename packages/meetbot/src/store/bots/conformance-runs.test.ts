import assert from "node:assert/strict";
import { test } from "node:test";
import type { NewRun } from "@meetbot/model/shop/conformance-run.ts";
import { SealError } from "../../secrets/seal.ts";
import { bot, conformanceRun, openTestStore } from "../store.fixture.ts";

const runNamed = (id: string): NewRun => ({ ...conformanceRun, id });

test("a run comes back whole, its time by the database's clock", async (t) => {
  const { store, run } = await openTestStore(t);
  assert.equal(await store.runs.find(bot.id, "run_1"), null);
  const kept = await store.runs.keep(bot.id, conformanceRun);
  const [{ at }] = await run("select at from conformance_runs");
  const { result, ...summary } = conformanceRun;
  assert.deepEqual(kept, { ...summary, at });
  assert.deepEqual(await store.runs.list(bot.id, 10), [kept]);
  assert.deepEqual(await store.runs.find(bot.id, "run_1"), {
    ...summary,
    at,
    result,
    isExpired: false,
  });
});

test("runs are listed newest first, page by page", async (t) => {
  const { store } = await openTestStore(t);
  for (const id of ["run_1", "run_2", "run_3"]) await store.runs.keep(bot.id, runNamed(id));
  const [newest, second] = await store.runs.list(bot.id, 2);
  assert.deepEqual([newest?.id, second?.id], ["run_3", "run_2"]);
  const rest = await store.runs.list(bot.id, 2, second);
  assert.deepEqual(
    rest.map(({ id }) => id),
    ["run_1"],
  );
  assert.equal((await store.runs.findBefore(bot.id, newest!))?.id, "run_2");
  assert.equal(await store.runs.findBefore(bot.id, rest[0]!), null);
});

test("runs of the same moment are neither lost nor doubled between two pages", async (t) => {
  const { store, run } = await openTestStore(t);
  for (const id of ["run_1", "run_2", "run_3"]) await store.runs.keep(bot.id, runNamed(id));
  await run("update conformance_runs set at = now()");
  const [first] = await store.runs.list(bot.id, 1);
  const rest = await store.runs.list(bot.id, 10, first);
  assert.deepEqual(
    [first, ...rest].map((one) => one?.id),
    ["run_3", "run_2", "run_1"],
  );
});

test("the last 50 runs of a bot are kept", async (t) => {
  const { store } = await openTestStore(t);
  for (let n = 1; n <= 52; n += 1) await store.runs.keep(bot.id, runNamed(`run_${n}`));
  const kept = await store.runs.list(bot.id, 100);
  assert.equal(kept.length, 50);
  assert.deepEqual([kept[0]?.id, kept.at(-1)?.id], ["run_52", "run_3"]);
});

test("a run stands in the bot's audit, with who ran it", async (t) => {
  const { store } = await openTestStore(t);
  await store.runs.keep(bot.id, conformanceRun);
  const [entry] = await store.bots.auditOf(bot.id, 1);
  const { actor, action, detail } = entry!;
  assert.deepEqual([actor, action], ["yilia", "conformance_tested"]);
  assert.deepEqual(detail, {
    url: bot.endpoint,
    secret: "5ec2e7a1",
    run: "run_1",
    passed: 1,
    failed: 1,
    warned: 0,
    skipped: 0,
  });
});

test("after a week, or when the customer is forgotten, only which rules were kept is left", async (t) => {
  const { store, run } = await openTestStore(t);
  await store.runs.keep(bot.id, conformanceRun);
  await store.runs.keep(bot.id, runNamed("run_2"));
  await store.runs.keep(bot.id, runNamed("run_3"));
  await run(
    "update conformance_evidence set created_at = now() - interval '8 days', account_lookup = null where run_id = 'run_1'",
  );
  await store.forgetExpired();
  const expired = await store.runs.find(bot.id, "run_1");
  assert.equal(expired?.isExpired, true);
  assert.deepEqual(expired?.result, {
    subject: { pageId: "" },
    findings: conformanceRun.result.findings.map((finding) => ({
      ...finding,
      detail: null,
      exchanges: [],
    })),
    exchanges: [],
  });
  assert.equal((await store.runs.find(bot.id, "run_2"))?.isExpired, false);
  await run("update conformance_evidence set account_lookup = null where run_id = 'run_3'");
  await store.forgetCustomer(" YILIA@meetbot.biz ");
  assert.equal((await store.runs.find(bot.id, "run_2"))?.isExpired, true);
  assert.equal((await store.runs.find(bot.id, "run_3"))?.isExpired, false);
  assert.equal((await store.runs.list(bot.id, 10)).length, 3);
});

test("a bot that is not there has no runs, and gets none", async (t) => {
  const { store } = await openTestStore(t);
  for (const id of ["bot_none", "\0"]) {
    assert.equal(await store.runs.keep(id, conformanceRun), null);
    assert.deepEqual(await store.runs.list(id, 1), []);
    assert.equal(await store.runs.find(id, "run_1"), null);
  }
  assert.equal(await store.runs.find(bot.id, "\0"), null);
});

test("a run moved to another bot does not open", async (t) => {
  const { store, run } = await openTestStore(t);
  await store.bots.create({ ...bot, id: "bot_2" }, { signingSecret: "s", identitySecret: "i" });
  await store.runs.keep(bot.id, conformanceRun);
  await run(
    "insert into conformance_runs select 'bot_2', run_id, at, actor, url, secret_fingerprint, passed, failed, warned, skipped, duration_ms, is_part, findings from conformance_runs",
  );
  await run("update conformance_evidence set bot_id = 'bot_2'");
  await assert.rejects(store.runs.find("bot_2", "run_1"), SealError);
});
