import assert from "node:assert/strict";
import { test } from "node:test";
import { bot, openTestStore } from "../../../store/store.fixture.ts";

test("a shop pushes that has declared it at its present URL, has pushed, or whose carriers tell", async (t) => {
  const { store, run } = await openTestStore(t);
  const pushes = () => store.pushes.hasPushes(bot.id);
  const declare = (url: string, capabilities: object) =>
    run("update bots set declared = $1", [JSON.stringify({ url, capabilities })]);
  const [{ endpoint } = {}] = await run("select endpoint from bots");

  assert.equal(await pushes(), false);
  await declare(endpoint, { accounts: ["email"], context: [], fields: [] });
  assert.equal(await pushes(), false);
  await declare("https://former.example/webhook", { pushes: ["package.changed"] });
  assert.equal(await pushes(), false);
  await declare(endpoint, { pushes: ["package.changed"] });
  assert.equal(await pushes(), true);

  await run("update bots set declared = null");
  await run(`insert into carrier_connections (bot_id, kind, is_signed, key_id, sealed, hook_hash)
    select bot_id, 'aftership', true, '', '', '' from bots`);
  assert.equal(await pushes(), true);

  await run("delete from carrier_connections");
  assert.equal(await pushes(), false);
  await run(
    "insert into sightings (bot_id, kind, name) select bot_id, 'push', 'package.changed' from bots",
  );
  assert.equal(await pushes(), true);
});
