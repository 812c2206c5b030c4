import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createDatabaseEnv } from "../../../../test/fixtures/database-env.ts";
import { startHubMerchant } from "../../../../test/fixtures/hub-merchant.ts";
import { createBot } from "../../../../test/fixtures/installation.ts";
import { createMachine } from "../../../../test/fixtures/machine.ts";
import { fingerprintOf } from "../../../secrets/fingerprint.ts";

const machine = createMachine({ after }, await createDatabaseEnv({ after }));
const merchant = await startHubMerchant({ after });
const { endpoint } = merchant;
const serve = (secret: string) => {
  merchant.secret = secret;
};
const { botId, signingSecret } = await createBot(machine, {}, { endpoint, serve });

const run = (command: string, ...options: string[]) =>
  machine.run(["bot", command, botId, ...options]);
const shown = async () => JSON.parse((await run("show", "--json")).stdout).endpoint_test;

test("an endpoint is verified, fails, checks too little or nothing, and show remembers", async () => {
  merchant.isCareful = true;
  const verified = await run("test", "--json");
  assert.deepEqual([verified.code, verified.stderr], [0, ""]);
  const { at, ...tested } = JSON.parse(verified.stdout);
  assert(!Number.isNaN(Date.parse(at)));
  const refused = { outcome: "refused", http_status: 401 };
  assert.partialDeepStrictEqual(tested, {
    bot_id: botId,
    url: endpoint,
    stage: "current",
    secret: fingerprintOf(signingSecret),
    echoed: true,
    verifies: "fully",
    steps: [
      { name: "echo", outcome: "accepted", detail: null, http_status: 200 },
      { name: "unsigned", ...refused },
      { name: "wrong_secret", ...refused },
      { name: "stale", ...refused },
    ],
  });
  assert.partialDeepStrictEqual(await shown(), { state: "verified", why: null });
  const words = /^endpoint_test +verified \d{4}-\S+Z with secret [0-9a-f]{8}$/m;
  assert.match((await run("show")).stdout, words);

  merchant.isCareful = false;
  const bodyOnly = await run("test");
  assert.equal(bodyOnly.code, 0);
  assert.match(bodyOnly.stderr, /^Warning: .* ten minutes old/);
  assert.match(
    bodyOnly.stdout,
    /checks who asks: body only.*\n {2}asked properly +accepted {2}200$/m,
  );
  assert.match(bodyOnly.stdout, /^ {2}without a signature +refused {2}401/m);

  merchant.isOpen = true;
  const open = await run("test");
  assert.equal(open.code, 1);
  assert.match(open.stderr, /^Warning: the endpoint answers strangers too/);
  assert.equal((await shown()).state, "open");

  merchant.isOpen = false;
  merchant.secret = "whsec_other";
  const failed = await run("test");
  assert.deepEqual([failed.code, failed.stderr], [1, ""]);
  assert.match(failed.stdout, /does not answer as it should: HTTP 401/);
  assert.partialDeepStrictEqual(await shown(), { state: "refused", at: (await shown()).at });
  merchant.secret = signingSecret;
});

test("what the guard of this shell refuses is told here, and says nothing about the endpoint", async () => {
  const ofBot = ["--bot", botId];
  const before = await shown();
  assert.notEqual(before.at, null);
  const env = { MEETBOT_OUTBOUND_ALLOW: "" };
  await machine.run(["secret", "rotate", ...ofBot]);
  for (const args of [
    ["bot", "test", botId],
    ["bot", "test", botId, "--next"],
    ["secret", "promote", ...ofBot],
  ]) {
    const { code, stdout, stderr } = await machine.run(args, { env });
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(stderr, /nothing is stored.*MEETBOT_OUTBOUND_ALLOW.*meetbot serve/);
  }
  assert.deepEqual(await shown(), before);
  await machine.run(["secret", "revoke", ...ofBot, "--stage", "next"]);
  assert.equal((await machine.run(["bot", "set", botId, "--name", "Shop"])).code, 0);
});

test("the next secret is tested by itself, and what was tested counts for itself alone", async () => {
  assert.equal((await run("test")).code, 0);
  const none = await run("test", "--next");
  assert.deepEqual([none.code, none.stdout], [1, ""]);
  assert.match(none.stderr, /no next secret.*meetbot secret rotate --bot/);

  const rotate = await machine.run(["secret", "rotate", "--bot", botId, "--json"]);
  const { fingerprint, signing_secret: nextSecret } = JSON.parse(rotate.stdout);
  merchant.secret = nextSecret;
  const swapped = await run("test");
  assert.equal(swapped.code, 1);
  assert.match(swapped.stderr, /a next one waits.*meetbot secret promote --bot/);
  merchant.secret = signingSecret;
  assert.equal((await run("test")).code, 0);

  const next = await run("test", "--next", "--json");
  assert.equal(next.code, 1);
  const { stage, secret, echoed } = JSON.parse(next.stdout);
  assert.deepEqual([stage, secret, echoed], ["next", fingerprint, false]);
  assert.equal((await shown()).state, "body_only");

  await machine.run(["secret", "promote", "--bot", botId, "--untested"]);
  assert.equal((await shown()).state, "refused");
  await run("set", "--endpoint", `${endpoint}other`);
  assert.equal((await shown()).state, "changed");
  assert.match((await run("show")).stdout, /endpoint_test +not known: the endpoint has changed/);
});

test("the audit tells what was done, and by whom, without a secret", async () => {
  const lines = (await run("audit", "--last", "6", "--json")).stdout.trim().split("\n");
  const entries = lines.map((line) => JSON.parse(line));
  assert.deepEqual(
    entries.map(({ actor, action }) => [actor, action]),
    [
      "endpoint_changed",
      "secret_promoted",
      "endpoint_tested",
      "endpoint_tested",
      "endpoint_tested",
      "secret_rotated",
    ].map((action) => ["command line", action]),
  );
  assert.deepEqual(entries[0].detail, { from: endpoint, to: `${endpoint}other` });
  const words = (await run("audit")).stdout;
  assert.match(words, /^\d{4}-\S+Z {2}command line {2}bot created {2}endpoint http:\/\/127/m);
  assert.doesNotMatch(words + lines.join(), /whsec_/);
});

test("a bot that does not exist is neither tested nor audited", async () => {
  for (const command of ["test", "audit"]) {
    const { code, stdout, stderr } = await machine.run(["bot", command, "bot_nobody"]);
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(stderr, /no bot bot_nobody/);
  }
});
