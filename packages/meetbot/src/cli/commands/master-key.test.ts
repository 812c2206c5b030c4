import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createTestDatabase } from "../../../test/database.ts";
import { takeSeat } from "../../../test/fixtures/conversation.ts";
import { follower } from "../../../test/fixtures/guest.ts";
import { createMachine } from "../../../test/fixtures/machine.ts";

const newKey = () => randomBytes(32).toString("base64");
const create = ["bot", "create", "--name", "Shop", "--endpoint", "http://127.0.0.1:9", "--json"];

test("the master key is replaced step by step, while nodes run and a customer chats", async (t) => {
  const machine = createMachine(t);
  const database = await createTestDatabase();
  t.after(() => database.drop());
  const [older, newer] = [newKey(), newKey()];
  const envOf = (MEETBOT_MASTER_KEY: string) => ({
    MEETBOT_DATABASE_URL: database.url,
    MEETBOT_MASTER_KEY,
  });
  const run = (keys: string, ...args: string[]) => machine.run(args, { env: envOf(keys) });
  const { bot_id: id } = JSON.parse((await run(older, ...create)).stdout);
  const node = await machine.start(["serve", "--port", "0"], envOf(`${older},${newer}`));
  const seat = await takeSeat(node.url, id);
  const guest = await follower(seat);

  const before = await run(`${newer},${older}`, "master-key", "show", "--json");
  const [first, second] = JSON.parse(before.stdout);
  assert.deepEqual([first.seals, first.sealed, second.seals], [true, 0, false]);
  assert(second.sealed >= 4);
  const resealed = await run(`${newer},${older}`, "master-key", "reseal", "--json");
  assert.deepEqual(JSON.parse(resealed.stdout), {
    newest: first.id,
    older: [second.id],
    resealed: second.sealed,
  });

  await guest.say("hello", 1);
  guest.leave();
  assert.equal(await node.stop(), 0);
  const other = await machine.start(["serve", "--port", "0"], envOf(newer));
  const again = await follower({ ...seat, base: seat.base.replace(node.url, other.url) }, 2);
  assert.equal(again.heard.length, 3);
  again.leave();

  const words = await run(`${newer},${older}`, "master-key", "reseal");
  assert.match(
    words.stdout,
    /^0 values sealed under \S{8}\.\nNothing is sealed under \S{8} any more/,
  );
  const refused = await run(older, "master-key", "show");
  assert.deepEqual([refused.code, refused.stdout], [1, ""]);
  assert.match(
    refused.stderr,
    new RegExp(`under the master key ${first.id}, and in use is ${second.id}`),
  );
  for (const { stdout, stderr } of [before, resealed, words, refused]) {
    for (const key of [older, newer]) assert(!(stdout + stderr).includes(key));
  }
});

test("the key file takes a newer key above the one it has", async (t) => {
  const machine = createMachine(t);
  const { bot_id: id } = JSON.parse((await machine.run(create)).stdout);
  const path = join(machine.dataDir, "master.key");
  writeFileSync(path, `${newKey()}\n${readFileSync(path, "utf8")}`);
  assert.equal((await machine.run(["master-key", "reseal"])).code, 0);
  writeFileSync(path, `${readFileSync(path, "utf8").split("\n")[0]}\n`);
  const { stdout } = await machine.run(["master-key", "show"]);
  assert.match(stdout, /^[0-9a-f]{8} {2}4 values {2}the newest/);
  const listed = await machine.run(["secret", "list", "--bot", id]);
  assert.equal(listed.stdout.trim().split("\n").length, 3);
});

test("one key twice is refused, without being shown", async (t) => {
  const machine = createMachine(t);
  const key = newKey();
  const env = { MEETBOT_MASTER_KEY: `${key},${key}` };
  const { code, stderr } = await machine.run(["master-key", "show"], { env });
  assert.equal(code, 1);
  assert.match(stderr, /MEETBOT_MASTER_KEY holds one master key twice/);
  assert(!stderr.includes(key));
});
