import assert from "node:assert/strict";
import { after, test } from "node:test";
import { signIdentity } from "@meetbot/sdk";
import { createDatabaseEnv } from "../../../../test/fixtures/database-env.ts";
import { eventually } from "../../../../test/fixtures/eventually.ts";
import { createMachine } from "../../../../test/fixtures/machine.ts";
import { fingerprintOf } from "../../../secrets/fingerprint.ts";

const machine = createMachine({ after }, await createDatabaseEnv({ after }));
const server = await machine.start(["serve", "--port", "0"]);

/** A change of a bot's secrets is followed within seconds; a busy machine may take longer. */
const followsWithinMs = 60_000;

async function createBot() {
  const endpoint = "https://shop.example.com/meetbot";
  const create = ["bot", "create", "--name", "Shop", "--endpoint", endpoint, "--json"];
  const created = JSON.parse((await machine.run(create)).stdout);
  const { bot_id: id, identity_secret: secret, signing_secret: signing } = created;
  return { id, secret, signing };
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

test("a second rotation in the overlap is refused, unless it is forced", async () => {
  const { id, secret: first } = await createBot();
  const once = await secret("rotate", id, "--overlap", "7d");
  const again = ["secret", "rotate", "--bot", id, "--identity", "--overlap", "30m"];
  const refused = await machine.run(again);
  assert.deepEqual([refused.code, refused.stdout], [1, ""]);
  assert.match(refused.stderr, /previous secret is valid until \d{4}-.*Z.*--force/);
  assert.equal(await open(id, first), 201);

  const twice = await secret("rotate", id, "--overlap", "30m", "--force");
  assert.match(twice.stderr, new RegExp(`^Warning: the secret ${fingerprintOf(first)} has ended`));
  await eventually(followsWithinMs, async () => assert.equal(await open(id, first), 401));
  assert.equal(await open(id, once.identity_secret), 201);
  assert.equal(await open(id, twice.identity_secret), 201);
});

test("an identity secret that leaked is replaced at once by one that is shown", async () => {
  const { id, secret: leaked } = await createBot();
  const { revoked, current, identity_secret } = await secret("revoke", id, "--stage", "current");
  assert.deepEqual([revoked, current], [true, "replacement"]);
  assert.equal(await open(id, leaked), 401);
  assert.equal(await open(id, identity_secret), 201);
});

test("a new signing secret waits, a second one is refused, and revoked it was never there", async () => {
  const { id, signing } = await createBot();
  const run = (...args: string[]) => machine.run(["secret", ...args, "--bot", id]);
  const rotated = await run("rotate", "--overlap", "30m", "--json");
  const { signing_secret: next, stage, fingerprint } = JSON.parse(rotated.stdout);
  assert.match(next, /^whsec_[\w+/]{43}=$/);
  assert.deepEqual([stage, fingerprint], ["next", fingerprintOf(next)]);

  const second = await run("rotate");
  assert.deepEqual([second.code, second.stdout], [1, ""]);
  assert.match(second.stderr, /since \d{4}-.*Z a next secret waits.*promote --bot bot_.*--force/);
  const forced = await run("rotate", "--force");
  assert.match(forced.stdout, /^signing_secret +whsec_\S{44}$/m);
  assert.match(forced.stdout, /not shown again.*\n.*meetbot secret promote --bot bot_/);
  assert.match(forced.stderr, new RegExp(`^Warning: the secret ${fingerprint} has ended`));

  const listed = await run("list", "--json");
  const secrets = JSON.parse(listed.stdout);
  assert.deepEqual(
    secrets.map((each: Record<string, unknown>) => [each.kind, each.stage]),
    [
      ["signing", "current"],
      ["signing", "next"],
      ["identity", "current"],
      ["push", "current"],
    ],
  );
  assert.deepEqual(Object.keys(secrets[0]), Object.keys(secrets[2]));
  assert.partialDeepStrictEqual(secrets[0], { fingerprint: fingerprintOf(signing), ends: null });
  const words = await run("list");
  assert.match(words.stdout, /^signing {3}next {6}[0-9a-f]{8} {2}created \d{4}-\S+Z$/m);
  assert.doesNotMatch(listed.stdout + words.stdout, /whsec_/);

  assert.match(
    (await run("revoke", "--stage", "next")).stdout,
    /The next signing secret has ended/,
  );
  assert.match((await run("revoke")).stdout, /There was no previous signing secret/);
});

test("a signing secret that leaked gives way to the next one, or to one that is shown", async () => {
  const { id } = await createBot();
  const run = async (...args: string[]) => {
    const { code, stdout, stderr } = await machine.run(["secret", ...args, "--bot", id, "--json"]);
    assert.equal(code, 0, stderr);
    return JSON.parse(stdout);
  };
  const fingerprints = async () =>
    (await run("list"))
      .filter((each: { kind: string }) => each.kind === "signing")
      .map((each: { fingerprint: string }) => each.fingerprint);
  const { fingerprint: next } = await run("rotate");
  const first = await run("revoke", "--stage", "current");
  assert.deepEqual(first, { bot_id: id, revoked: true, current: "next" });
  assert.deepEqual(await fingerprints(), [next]);

  const second = await run("revoke", "--stage", "current");
  assert.equal(second.current, "replacement");
  assert.deepEqual(await fingerprints(), [fingerprintOf(second.signing_secret)]);
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
    [["promote", "--bot", id, "--identity"], 2, /identity secret has no next one.*secret rotate/],
    [["revoke", "--bot", id, "--identity", "--stage", "next"], 2, /no next identity secret/],
    [["revoke", "--bot", id, "--stage", "all"], 2, /--stage.*previous, next, current/],
    [["list", "--bot", "bot_nobody"], 1, /no bot bot_nobody/],
    [["promote", "--bot", "bot_nobody"], 1, /no bot bot_nobody/],
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
