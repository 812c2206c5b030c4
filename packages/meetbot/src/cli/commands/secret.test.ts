import assert from "node:assert/strict";
import { after, test } from "node:test";
import { signIdentity } from "@meetbot/sdk";
import { eventually } from "../../../test/fixtures/eventually.ts";
import { createMachine } from "../../../test/fixtures/machine.ts";

const machine = createMachine({ after });
const server = await machine.start(["serve", "--port", "0"]);

/** A change of a bot's secrets is followed within seconds; a busy machine may take longer. */
const followsWithinMs = 10_000;

async function createBot() {
  const endpoint = "https://shop.example.com/meetbot";
  const create = ["bot", "create", "--name", "Shop", "--endpoint", endpoint, "--json"];
  const { bot_id: id, identity_secret: secret } = JSON.parse((await machine.run(create)).stdout);
  return { id, secret };
}

/** Runs `meetbot secret … --identity` and reads the JSON it prints. */
async function secret(command: string, bot: string, ...options: string[]) {
  const args = ["secret", command, "--bot", bot, "--identity", ...options, "--json"];
  const { code, stdout, stderr } = await machine.run(args);
  assert.equal(code, 0, stderr);
  assert.equal(stdout.trimEnd().split("\n").length, 1);
  return { ...JSON.parse(stdout), stderr };
}

/** Opens a conversation as a shopper whom the shop's server vouches for with this secret. */
async function open(botId: string, identitySecret: string): Promise<number> {
  const identity = signIdentity({ identitySecret, botId, account: "yilia@meetbot.biz" });
  const body = JSON.stringify({ identity });
  const url = `${server.url}/chat/${botId}/conversations`;
  return (await fetch(url, { method: "POST", body })).status;
}

test("no shopper is refused while the secret changes, and the old one ends when it is revoked", async () => {
  const { id, secret: old } = await createBot();
  assert.equal(await open(id, old), 201);
  const earliest = Date.now() + 86_400_000 - 60_000;

  const { identity_secret: fresh, previous_valid_until: until } = await secret("rotate", id);

  assert.match(fresh, /^whsec_[\w+/]{43}=$/);
  assert(Date.parse(until) > earliest && new Date(until).toISOString() === until, until);
  const meanwhile: number[] = [];
  await eventually(followsWithinMs, async () => {
    meanwhile.push(await open(id, old));
    assert.equal(await open(id, fresh), 201);
  });
  assert.deepEqual(new Set([...meanwhile, await open(id, old)]), new Set([201]));

  assert.equal((await secret("revoke", id)).revoked, true);

  await eventually(followsWithinMs, async () => assert.equal(await open(id, old), 401));
  assert.equal(await open(id, fresh), 201);
  assert.equal((await secret("revoke", id)).revoked, false);
});

test("without an overlap the old secret ends at once", async () => {
  const { id, secret: old } = await createBot();
  const { identity_secret: fresh } = await secret("rotate", id, "--overlap", "0");
  assert.equal(await open(id, old), 401);
  assert.equal(await open(id, fresh), 201);
});

test("a second rotation in the overlap warns that the first secret has ended", async () => {
  const { id, secret: first } = await createBot();
  const once = await secret("rotate", id, "--overlap", "7d");
  assert.equal(once.stderr, "");
  const twice = await secret("rotate", id, "--overlap", "30m");
  assert.match(twice.stderr, /^Warning: an older secret .* no longer/);
  assert.equal(await open(id, first), 401);
  assert.equal(await open(id, once.identity_secret), 201);
  assert.equal(await open(id, twice.identity_secret), 201);
});

test("people read the new secret, until when the old one is valid, and what was revoked", async () => {
  const { id } = await createBot();
  const args = ["--bot", id, "--identity"];
  const rotated = await machine.run(["secret", "rotate", ...args]);
  assert.match(rotated.stdout, /^identity_secret +whsec_\S{44}$/m);
  assert.match(rotated.stdout, /^previous_valid_until +\d{4}-\d\d-\d\dT[\d:.]+Z$/m);
  assert.match(rotated.stdout, /not shown again/);
  const revokes = [
    await machine.run(["secret", "revoke", ...args]),
    await machine.run(["secret", "revoke", ...args]),
  ];
  assert.deepEqual(
    revokes.map(({ code, stdout }) => [code, /has ended/.test(stdout), /was no/.test(stdout)]),
    [
      [0, true, false],
      [0, false, true],
    ],
  );
});

test("what cannot be is refused and changes no secret", async () => {
  const { id, secret: current } = await createBot();
  const wrong: [args: string[], code: number, named: RegExp][] = [
    [["rotate", "--bot", id], 2, /--identity.*signing secret.*later version/],
    [["revoke", "--bot", id], 2, /--identity.*signing secret.*later version/],
    [["rotate", "--identity"], 2, /--bot/],
    [["rotate", "--identity", "--bot", "bot_nobody"], 1, /no bot bot_nobody.*meetbot bot list/],
    [["revoke", "--identity", "--bot", "bot_nobody"], 1, /no bot bot_nobody.*meetbot bot list/],
    ...["8d", "169h", "24", "1w", "-1h", "1.5h", "h", ""].map(
      (overlap): [string[], number, RegExp] => [
        ["rotate", "--identity", "--bot", id, `--overlap=${overlap}`],
        2,
        /--overlap.*up to 7d/s,
      ],
    ),
  ];
  const runs = wrong.map(async ([args, code, named]) => {
    const run = await machine.run(["secret", ...args]);
    assert.deepEqual([run.code, run.stdout], [code, ""], args.join(" "));
    assert.match(run.stderr, named);
    assert.doesNotMatch(run.stderr, /\n {4}at /);
  });
  await Promise.all(runs);
  assert.equal(await open(id, current), 201);
  assert.equal((await secret("revoke", id)).revoked, false);
});
