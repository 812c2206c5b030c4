import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createDatabaseEnv } from "../../../../test/fixtures/database-env.ts";
import { createMachine } from "../../../../test/fixtures/machine.ts";

const machine = createMachine({ after }, await createDatabaseEnv({ after }));

async function create(): Promise<string> {
  const endpoint = "https://shop.example.com/meetbot";
  const args = ["bot", "create", "--name", "Shop", "--endpoint", endpoint, "--json"];
  return JSON.parse((await machine.run(args)).stdout).bot_id;
}

test("a bot that is deleted is gone", async () => {
  const id = await create();
  const { code, stdout } = await machine.run(["bot", "delete", id, "--yes"]);
  assert.deepEqual([code, stdout], [0, `${id} is deleted with all that belonged to it.\n`]);
  const again = await machine.run(["bot", "delete", id, "--yes", "--json"]);
  assert.deepEqual([again.code, again.stdout], [1, ""]);
  assert.match(again.stderr, /no bot/);
});

test("where nobody can be asked, a bot is not deleted without --yes", async () => {
  const id = await create();
  const { code, stdout, stderr } = await machine.run(["bot", "delete", id], { input: "Shop\n" });
  assert.deepEqual([code, stdout], [2, ""]);
  assert.match(stderr, /--yes/);
  assert.equal((await machine.run(["bot", "show", id])).code, 0);
});
