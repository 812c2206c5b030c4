import assert from "node:assert/strict";
import { after, test } from "node:test";
import pino from "pino";
import { createMachine } from "../../../test/fixtures/machine.ts";
import { readConfig } from "../../config.ts";
import { openStorage } from "../../server/open-storage.ts";
import type { Store } from "../../store/store.ts";

const machine = createMachine({ after });
const link = /^http:\/\/localhost:\d+\/console\/welcome#[\w-]{43}\n$/;

/** Looks into the machine's own database. */
async function inStore<Result>(use: (store: Store) => Promise<Result>): Promise<Result> {
  const config = readConfig({ MEETBOT_DATA_DIR: machine.dataDir });
  const { store, close } = await openStorage(config, pino({ level: "silent" }));
  return use(store).finally(close);
}

test("who is new gets a link, who is an operator the rights, and another role takes the old one's place", async () => {
  const endpoint = "https://shop.example.com/meetbot";
  const create = ["bot", "create", "--name", "Shop", "--endpoint", endpoint, "--json"];
  const id: string = JSON.parse((await machine.run(create)).stdout).bot_id;
  const invite = (email: string, ...rest: string[]) =>
    machine.run(["operator", "invite", email, ...rest]);
  assert.match((await invite("new@shop.example", "--bot", id, "--role", "editor")).stdout, link);
  await inStore(({ operators }) =>
    operators.create({ name: "Ada", email: "ada@shop.example", administrator: false }),
  );
  for (const role of ["viewer", "owner"] as const) {
    const { code, stdout } = await invite("Ada@shop.example", "--bot", id, "--role", role);
    assert.deepEqual([code, /may do that now/.test(stdout)], [0, true]);
    await inStore(async ({ operators }) => {
      const ada = await operators.findByEmail("ada@shop.example");
      assert(ada);
      assert.equal(await operators.roleOn(id, ada), role);
    });
  }
  const raised = await invite(
    "ada@shop.example",
    "--bot",
    id,
    "--role",
    "viewer",
    "--administrator",
  );
  assert.equal(raised.code, 0);
  assert.match(
    (await machine.run(["operator", "list"])).stdout,
    /ada@shop\.example.*administrator/,
  );
  assert.match((await machine.run(["operator", "link", "ada@shop.example"])).stdout, link);
  const again = await invite("ada@shop.example", "--administrator");
  assert.equal(again.code, 1);
  assert.match(again.stderr, /administrator already/);
});
