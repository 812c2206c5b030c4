import assert from "node:assert/strict";
import { after, type TestContext, test } from "node:test";
import { createDatabaseEnv } from "../../../../test/fixtures/database-env.ts";
import { openGuest } from "../../../../test/fixtures/guest.ts";
import { startHubMerchant } from "../../../../test/fixtures/hub-merchant.ts";
import { createBot } from "../../../../test/fixtures/installation.ts";
import { createMachine } from "../../../../test/fixtures/machine.ts";
import { fingerprintOf } from "../../../secrets/fingerprint.ts";

const machine = createMachine({ after }, await createDatabaseEnv({ after }));
const server = await machine.start(["serve", "--port", "0"]);

/** A bot with a merchant that has its secret, and the commands for it. */
async function startRotating(t: TestContext) {
  const scope = { after: (end: () => Promise<void>) => t.after(end) };
  const merchant = await startHubMerchant(scope);
  const { endpoint } = merchant;
  const serve = (secret: string) => {
    merchant.secret = secret;
  };
  const { botId, signingSecret } = await createBot(machine, {}, { endpoint, serve });
  const secret = (command: string, ...options: string[]) =>
    machine.run(["secret", command, "--bot", botId, ...options]);
  const rotate = async (...options: string[]): Promise<string> =>
    JSON.parse((await secret("rotate", "--json", ...options)).stdout).signing_secret;
  return { merchant, botId, signingSecret, secret, rotate };
}

test("no query fails while the signing secret changes, though the merchant knows one at a time", async (t) => {
  const { merchant, botId, secret, rotate } = await startRotating(t);
  const guest = await openGuest(server.url, botId);
  let asked = 0;
  const ask = async () => {
    asked += 1;
    await guest.say(`where is order MB${1_000_000_000 + asked}?`, 1);
  };

  await ask();
  const next = await rotate();
  await ask();
  merchant.secret = next;
  await ask();
  assert.equal((await secret("promote")).code, 0);
  await ask();
  assert.equal((await secret("revoke")).code, 0);
  await ask();

  const { stdout } = await machine.run(["bot", "deliveries", botId, "--json"]);
  const outcomes = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).outcome);
  assert(outcomes.length >= asked);
  assert.deepEqual(new Set(outcomes), new Set(["order_not_found"]));
});

test("promote asks with the next secret alone, and refuses until the merchant has it", async (t) => {
  const { merchant, secret, rotate, signingSecret } = await startRotating(t);
  merchant.isCareful = true;
  const next = await rotate("--overlap", "30m");

  const refused = await secret("promote");
  assert.deepEqual([refused.code, refused.stdout], [1, ""]);
  assert.match(refused.stderr, new RegExp(`next secret ${fingerprintOf(next)} alone \\(HTTP 401`));
  assert.match(refused.stderr, /not have put that secret in place yet.*--untested/);

  merchant.secret = next;
  const before = Date.now();
  const promoted = await secret("promote", "--json");
  assert.equal(promoted.stderr, "");
  const { previous_valid_until: until, ...rest } = JSON.parse(promoted.stdout);
  assert.partialDeepStrictEqual(rest, {
    fingerprint: fingerprintOf(next),
    tested: true,
    verifies: "fully",
  });
  const overlapMs = Date.parse(until) - before;
  assert(overlapMs > 29 * 60_000 && overlapMs < 35 * 60_000, until);

  const { stdout } = await secret("list", "--json");
  const [current, previous] = JSON.parse(stdout);
  assert.partialDeepStrictEqual(current, { stage: "current", fingerprint: fingerprintOf(next) });
  assert(current.tested);
  assert.partialDeepStrictEqual(previous, {
    stage: "previous",
    fingerprint: fingerprintOf(signingSecret),
    ends: until,
  });
  const again = await secret("promote");
  assert.equal(again.code, 1);
  assert.match(again.stderr, /no next secret waits.*secret rotate/);
});

test("promote warns of an endpoint that answers too much, and asks nothing if told so", async (t) => {
  const { merchant, secret, rotate } = await startRotating(t);
  merchant.isOpen = true;
  await rotate();
  const open = await secret("promote", "--overlap", "0");
  assert.equal(open.code, 0);
  assert.match(open.stderr, /^Warning: the endpoint answers strangers too/);

  merchant.isOpen = false;
  await rotate();
  const untested = await secret("promote", "--untested", "--json");
  assert.partialDeepStrictEqual(JSON.parse(untested.stdout), { tested: false, verifies: null });
});
