import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createDatabaseEnv } from "../../../../test/fixtures/database-env.ts";
import { createMachine } from "../../../../test/fixtures/machine.ts";
import { parseKeyRing } from "../../../secrets/key-ring.ts";
import { openStore } from "../../../store/open-store.ts";
import { bot, openConversation, textEvent, turnSaying } from "../../../store/store.fixture.ts";

const number = "PA7K2Q9XW4TP";
const env = await createDatabaseEnv({ after });
const machine = createMachine({ after }, env);
const store = await openStore({
  connection: env.MEETBOT_DATABASE_URL,
  keyRing: parseKeyRing(env.MEETBOT_MASTER_KEY),
});
after(() => store.close());
await store.bots.create(bot, { signingSecret: "whsec_1", identitySecret: "whsec_2" });
const ref = await openConversation(store, { first: textEvent("first") });
await store.mailbox.commitTurn((await store.mailbox.take(ref))!, {
  ...turnSaying("Hello"),
  subscription: {
    kind: "begin",
    subscription: {
      ...{ scope: "order", subject: number, source: "choice", wording: 1, known: [] },
    },
  },
});

async function run(line: string) {
  const ran = await machine.run([...line.split(" "), "--bot", bot.id]);
  assert(!(ran.stdout + ran.stderr).includes(number));
  return ran;
}

async function read(line: string) {
  const { code, stdout, stderr } = await run(`${line} --json`);
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout);
}

test("a test is pushed, listed and shown; a subscription is listed, and ended with what waits", async () => {
  assert.deepEqual(await read("push list"), []);
  const made = `push test --method order.changed --conversation ${ref.conversationId}`;
  const { push_id: id, recipients } = await read(made);
  assert.equal(recipients, 1);
  const [listed] = await read("push list --method order.changed --state accepted");
  assert.partialDeepStrictEqual(listed, {
    ...{ push_id: id, method: "order.changed", is_test: true, recipients: 1 },
    states: [{ state: "accepted", recipients: 1 }],
  });
  assert.match((await run("push list")).stdout, new RegExp(`order.changed +${id} +accepted 1\n$`));

  const [one] = await read("subscription list --state living");
  assert.partialDeepStrictEqual(one, { scope: "order", source: "choice", ended_by: null });
  assert.match(one.subject, /^····/);
  assert.match((await run("subscription list")).stdout, /order .*choice .*living\n$/);
  assert.equal((await run(`subscription end ${one.subscription_id}`)).code, 0);
  const [ended] = await read("subscription list --state ended");
  assert.equal(ended.ended_by, "operator");

  const shown = await read(`push show ${id}`);
  assert.partialDeepStrictEqual(shown.told, [
    { conversation_id: ref.conversationId, state: "skipped", because: "unsubscribed" },
  ]);
  assert.match((await run(`push show ${id}`)).stdout, /web-chat {2}— {2}skipped \(unsubscribed\)/);
  const audit = await store.bots.auditOf(bot.id, 2);
  assert.deepEqual(
    audit.map(({ actor, action }) => [actor, action]),
    [
      ["command line", "subscription_ended"],
      ["command line", "push_tested"],
    ],
  );
});

test("what cannot be is said, with what to do", async () => {
  const wrong: [line: string, code: number, reason: RegExp][] = [
    ["push test", 1, /either --conversation <id> or --order/],
    ["push test --order SO-1", 1, /Nobody is told of this order.*Keep me posted/],
    ["push test --conversation c_none", 1, /told of nothing/],
    ["push test --method order.lost --order SO-1", 2, /package\.changed/],
    ["push show push_none", 1, /knows no push push_none.*push list/],
    ["push list --state lost", 2, /accepted/],
    ["subscription end s_none", 1, /no subscription s_none.*subscription list/],
  ];
  for (const [line, code, reason] of wrong) {
    const ran = await run(line);
    assert.equal(ran.code, code, line);
    assert.match(ran.stderr, reason, line);
  }
  const nobody = await machine.run(["subscription", "list", "--bot", "nope"]);
  assert.match(nobody.stderr, /no bot nope/);
});
