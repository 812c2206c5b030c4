import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "pg";
import { createDatabaseEnv } from "../../../test/fixtures/database-env.ts";
import { createMachine } from "../../../test/fixtures/machine.ts";

test("an export goes on where the one before ended", async (t) => {
  const env = await createDatabaseEnv(t);
  const machine = createMachine(t, env);
  const created = ["bot", "create", "--name", "Shop", "--endpoint", "http://127.0.0.1:9", "--json"];
  const { bot_id: botId } = JSON.parse((await machine.run(created)).stdout);
  const client = new Client({ connectionString: env.MEETBOT_DATABASE_URL });
  await client.connect();
  // What turns the direction of writing around, and what a terminal would obey.
  const name = "\u202eShop\u009b2J";
  await client.query(
    "update audit set at = at - interval '2 minutes', detail = jsonb_build_object('name', $1::text)",
    [name],
  );
  await client.end();

  const first = await machine.run(["audit", "export"]);
  const entries = first.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const made = { bot_id: botId, action: "bot_created", detail: { name } };
  assert.partialDeepStrictEqual(entries[0], made);
  assert.doesNotMatch(first.stdout, /[\u202e\u009b]/);
  const next = await machine.run(["audit", "export", "--after", entries.at(-1).id]);
  assert.deepEqual([next.code, next.stdout], [0, ""]);
  const wrong = await machine.run(["audit", "export", "--after", "yesterday"]);
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /yesterday is no id of an entry\. Take the id of the last line/);
});
