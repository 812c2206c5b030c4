import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { type TestContext, test } from "node:test";
import { bot, openTestStore } from "../../store/store.fixture.ts";
import { createProofOfWork, type WorkChallenge } from "./proof-of-work.ts";

const minute = 60_000;

async function openWork(t: TestContext) {
  const { store, openAgain } = await openTestStore(t);
  const secrets = { signingSecret: "whsec_2", identitySecret: "identity_2" };
  await store.bots.create({ ...bot, id: "bot_2" }, secrets);
  let now = Date.now();
  const at = ({ limits, codeKey }: typeof store) =>
    createProofOfWork({ limits, key: codeKey }, () => now);
  const pass = (ms: number) => {
    now += ms;
  };
  return { work: at(store), elsewhere: at(await openAgain()), pass };
}

function solve({ salt, challenge, ...rest }: WorkChallenge, changes: object = {}): string {
  for (let number = 0; number <= rest.maxnumber; number++) {
    if (createHash("sha256").update(`${salt}${number}`).digest("hex") !== challenge) continue;
    return encode({ ...rest, salt, challenge, number, ...changes });
  }
  throw new Error("There is no solution.");
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64");

test("a solution is taken once, whichever nodes it is handed to at the same moment", async (t) => {
  const { work, elsewhere } = await openWork(t);
  const solution = solve(work.challenge(bot.id));
  const nodes = Array.from({ length: 10 }, (_, nth) => (nth % 2 ? work : elsewhere));
  const taken = await Promise.all(nodes.map((node) => node.accept(bot.id, solution)));
  assert.equal(taken.filter(Boolean).length, 1);
  assert.equal(await work.accept(bot.id, solution), false);
  // Other bytes, the same solution.
  const { took, ...same } = { ...JSON.parse(atob(solution)), took: 3 };
  assert.equal(await work.accept(bot.id, encode({ took, ...same })), false);
});

test("a solution is good for its bot and for 20 minutes", async (t) => {
  const { work, pass } = await openWork(t);
  const challenges = [1, 2, 3].map(() => work.challenge(bot.id));
  const [first = "", second = "", third = ""] = challenges.map((one) => solve(one));
  assert.equal(await work.accept("bot_2", first), false);
  assert.equal(await work.accept(bot.id, first), true);
  pass(19 * minute);
  assert.equal(await work.accept(bot.id, second), true);
  pass(minute);
  assert.equal(await work.accept(bot.id, third), false);
});

test("what was not asked for, or is wrong, is not taken", async (t) => {
  const { work } = await openWork(t);
  const challenge = work.challenge(bot.id);
  const { salt } = challenge;
  const later = salt.replace(/expires=\d+/, "expires=9999999999");
  const own = createHash("sha256").update(`${later}7`).digest("hex");
  const { number } = JSON.parse(atob(solve(challenge)));
  for (const solution of [
    "",
    "nonsense",
    encode({}),
    encode([1]),
    encode({ ...challenge, number: number + 1 }),
    encode({ ...challenge, number: `${number}` }),
    encode({ ...challenge, number: -1 }),
    encode({ ...challenge, number, signature: "0".repeat(64) }),
    encode({ ...challenge, salt: later, challenge: own, number: 7 }),
    // The number's first digit moved into the salt.
    encode({
      ...challenge,
      salt: `${salt}${`${number}`[0]}`,
      number: Number(`${number}`.slice(1)),
    }),
    "A".repeat(100_000),
  ]) {
    assert.equal(await work.accept(bot.id, solution), false, solution.slice(0, 300));
  }
  assert.equal(await work.accept(bot.id, solve(challenge)), true);
});
