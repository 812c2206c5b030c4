import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { type TestContext, test } from "node:test";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { parseKeyRing } from "../src/secrets/key-ring.ts";
import { openStore } from "../src/store/open-store.ts";
import { startPushedCustomer } from "./crash/pushed-customer.ts";
import { createPush, startPushingShop } from "./crash/pushing-shop.ts";
import { eventually } from "./fixtures/eventually.ts";
import { createMachine } from "./fixtures/machine.ts";
import { createRandom } from "./fixtures/random.ts";
import { type Cluster, startCluster, withPatroni } from "./patroni/cluster.ts";
import type { ClusterMember } from "./patroni/member.ts";
import { blockOf } from "./patroni/page.ts";
import { startTalker } from "./patroni/talkers.ts";

// A cluster as docs/high-availability.md sets it up, and a node at it without poolers and one with them, under load.

/** After a new leader can be written to: without poolers half a second, with them up to two, and a busy machine included. */
const readyWithinMs = 5_000;

const talkersPerNode = 3;

test(
  "while a cluster of Patroni's changes its leader, loses a member and loses its leader, nodes lose and double nothing",
  withPatroni,
  async (t) => {
    const cluster = await startCluster(t);
    const { nodes, load } = await startLoad(t, cluster);
    const settled = (what: string, former: ClusterMember | null) =>
      settle(t, { what, former, cluster, nodes, load });

    const first = await cluster.leader();
    const switching = first.run(blockOf("sh", "patronictl").trim());
    await settled("switchover", first);
    await switching;
    await cluster.whole();

    const follower = await cluster.synchronous();
    await follower.kill();
    await settled("the synchronous standby lost", null);
    follower.start();
    await cluster.whole();

    const leader = await cluster.leader();
    await leader.kill();
    await settled("the leader killed", leader);

    const { sent, pushes } = await load.end();
    t.diagnostic(`${sent} messages and ${pushes} pushes, none lost, none doubled`);
  },
);

type Load = Awaited<ReturnType<typeof startLoad>>["load"];

/** Starts nodes, customers who write to each, and one customer per node who gets updates from the shop's pushes. */
async function startLoad(t: TestContext, { env }: Cluster) {
  const key = { MEETBOT_MASTER_KEY: randomBytes(32).toString("base64") };
  const random = createRandom(1);
  const shop = await startPushingShop(t, { customers: 2, random });
  const keyRing = parseKeyRing(key.MEETBOT_MASTER_KEY);
  const machine = createMachine(t);
  const ways = { "without poolers": env.direct, "with poolers": env.pooled };
  const nodes: { name: string; url: string }[] = [];
  for (const [name, own] of Object.entries(ways)) {
    const { url } = await machine.start(["serve", "--port", "0"], { ...own, ...key });
    nodes.push({ name, url });
  }
  const connection = env.direct.MEETBOT_DATABASE_URL!;
  const store = await openStore({ connection: serversOf(connection), keyRing });
  const { bot, secrets } = newBot({ name: "Parcels", endpoint: shop.endpoint, policy: "off" });
  await store.bots.create(bot, secrets);
  // Customers are offered it where their shop has pushed before.
  await store.usage.note(bot.id, { kind: "push", name: "before" });
  await store.close();
  shop.serve(secrets.signingSecret);

  const enough = new AbortController();
  const startings = nodes.map(async ({ url: at }, nth) => {
    const url = async () => at;
    const push = createPush({ botId: bot.id, pushSecret: secrets.pushSecret!, url, random });
    const order = shop.orders[nth]!;
    const common = { botId: bot.id, url, order, push, random, isPatient: true };
    const pushed = await startPushedCustomer({ ...common, enough: enough.signal });
    const seats = Array.from({ length: talkersPerNode }, () => startTalker(at, bot.id));
    return { pushed, talkers: await Promise.all(seats) };
  });
  const started = await Promise.all(startings);
  const talkers = started.flatMap((one) => one.talkers);
  const load = {
    /** Resolves when each customer's next message is taken. */
    async goesOn() {
      const before = talkers.map((one) => one.sent());
      await eventually(readyWithinMs, async () =>
        assert(talkers.every((one, nth) => one.sent() > before[nth]! + 1)),
      );
    },
    async end() {
      enough.abort();
      const counts = await Promise.all(talkers.map((one) => one.end()));
      const reports = await Promise.all(started.map((one) => one.pushed.done));
      const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
      return { sent: sum(counts), pushes: sum(reports.map(({ told }) => told)) };
    },
  };
  return { nodes, load };
}

const serversOf = (url: string) =>
  /@(.*)\//
    .exec(url)![1]!
    .split(",")
    .map((host) => url.replace(/@.*\//, `@${host}/`));

interface Change {
  what: string;
  former: ClusterMember | null;
  cluster: Cluster;
  nodes: readonly { name: string; url: string }[];
  load: Load;
}

/** Measures how long nodes are not ready after there is a leader again, and waits until customers are answered. */
async function settle(t: TestContext, { what, former, cluster, nodes, load }: Change) {
  const beganAt = performance.now();
  await cluster.leaderBeside(former);
  const ledAt = performance.now();
  const said = nodes.map(async ({ name, url }) => {
    await eventually(readyWithinMs, async () =>
      assert.equal((await fetch(`${url}/readyz`)).status, 200),
    );
    const afterMs = performance.now() - ledAt;
    assert(afterMs < readyWithinMs, `${what}, ${name}: ready only ${afterMs} ms after`);
    return `${name} ready ${Math.round(afterMs)} ms later`;
  });
  const ready = await Promise.all(said);
  await load.goesOn();
  const goneOnS = ((performance.now() - beganAt) / 1_000).toFixed(1);
  const ledS = ((ledAt - beganAt) / 1_000).toFixed(1);
  t.diagnostic(
    `${what}: a leader after ${ledS} s; ${ready.join(", ")}; all answered after ${goneOnS} s`,
  );
}
