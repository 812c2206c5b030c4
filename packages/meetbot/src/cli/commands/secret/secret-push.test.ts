import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Client } from "pg";
import { createDatabaseEnv } from "../../../../test/fixtures/database-env.ts";
import { createMachine } from "../../../../test/fixtures/machine.ts";
import { fingerprintOf } from "../../../secrets/fingerprint.ts";

const env = await createDatabaseEnv({ after });
const machine = createMachine({ after }, env);

async function createBot() {
  const endpoint = "https://shop.example.com/meetbot";
  const create = ["bot", "create", "--name", "Shop", "--endpoint", endpoint, "--json"];
  const { bot_id: id, push_secret: push } = JSON.parse((await machine.run(create)).stdout);
  return { id, push };
}

/** Leaves a bot as one that was created before shops could push. */
async function takeAway(botId: string): Promise<void> {
  const client = new Client({ connectionString: env.MEETBOT_DATABASE_URL });
  await client.connect();
  await client.query("delete from bot_secrets where kind = 'push' and bot_id = $1", [botId]);
  await client.end();
}

/** Runs `meetbot secret … --push`. */
const secret = (command: string, bot: string, ...options: string[]) =>
  machine.run(["secret", command, "--bot", bot, "--push", ...options]);

test("a push secret is rotated, valid at once, and ended, beside the others", async () => {
  const { id, push } = await createBot();
  const rotated = JSON.parse((await secret("rotate", id, "--overlap", "30m", "--json")).stdout);
  const { push_secret: fresh, fingerprint, previous_valid_until: until } = rotated;
  assert.match(fresh, /^whsec_[\w+/]{43}=$/);
  assert.equal(fingerprint, fingerprintOf(fresh));
  assert(Date.parse(until) > Date.now() && !("stage" in rotated));
  const again = await secret("rotate", id);
  assert.deepEqual([again.code, again.stdout], [1, ""]);
  assert.match(again.stderr, /previous secret is valid until .*--force/);

  const { stdout } = await machine.run(["secret", "list", "--bot", id, "--json"]);
  const listed: { kind: string; stage: string; fingerprint: string }[] = JSON.parse(stdout);
  assert.deepEqual(
    listed.map(({ kind, stage }) => `${kind} ${stage}`),
    ["signing current", "identity current", "push current", "push previous"],
  );
  assert.deepEqual(
    listed.slice(2).map((one) => one.fingerprint),
    [fingerprint, fingerprintOf(push)],
  );
  assert.match((await secret("revoke", id)).stdout, /The previous push secret has ended/);
  const leaked = JSON.parse((await secret("revoke", id, "--stage", "current", "--json")).stdout);
  assert.deepEqual([leaked.revoked, leaked.current], [true, "replacement"]);
  assert.match(leaked.push_secret, /^whsec_/);
});

test("a bot from before has none, which is said, and the first rotation makes it", async () => {
  const { id } = await createBot();
  await takeAway(id);
  const show = async (...options: string[]) =>
    (await machine.run(["bot", "show", id, ...options])).stdout;
  assert.equal(JSON.parse(await show("--json")).push_fingerprint, null);
  assert.match(await show(), new RegExp(`none yet \\(meetbot secret rotate --bot ${id} --push\\)`));
  const nothing = await secret("revoke", id, "--stage", "current");
  assert.match(nothing.stdout, /There was no current push secret; nothing has changed/);

  const first = await secret("rotate", id);
  const [, made = ""] = /^push_secret +(whsec_\S{44})$/m.exec(first.stdout) ?? [];
  assert.match(first.stdout, /not shown again.*first of its kind, and valid now/);
  assert.equal(JSON.parse(await show("--json")).push_fingerprint, fingerprintOf(made));
});

test("what a push secret cannot be asked for is refused with what to do", async () => {
  const { id } = await createBot();
  const wrong: [run: ReturnType<typeof secret>, named: RegExp][] = [
    [secret("promote", id), /A push secret has no next one: meetbot secret rotate --push makes/],
    [secret("revoke", id, "--stage", "next"), /There is no next push secret/],
    [secret("rotate", id, "--identity"), /'--push' cannot be used with option '--identity'/],
  ];
  for (const [running, named] of wrong) {
    const { code, stdout, stderr } = await running;
    assert.deepEqual([code, stdout], [2, ""], stderr);
    assert.match(stderr, named);
  }
});
