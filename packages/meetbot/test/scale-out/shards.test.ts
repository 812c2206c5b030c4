import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import pino from "pino";
import { startServer } from "../../src/server/start-server.ts";
import { bot, openTestStore } from "../../src/store/store.fixture.ts";
import { openGuest } from "../fixtures/guest.ts";
import { startSlowMerchant, toldOfEach } from "../fixtures/slow-merchant.ts";

// Shards: bots parted over databases that know nothing of each other. Schemas of one server stand in for them.

const names = ["shard_a", "shard_b"] as const;

async function startShards(t: TestContext) {
  const merchant = await startSlowMerchant(t, () => 0);
  const { run, url, openAgain } = await openTestStore(t);
  const nodes = new Map<string, string>();
  for (const name of names) {
    await run(`create schema ${name}`);
    const connection = new URL(url);
    connection.searchParams.set("options", `-c search_path=${name}`);
    const store = await openAgain({ connection: connection.href });
    const secrets = { signingSecret: "whsec_signing", identitySecret: "identity" };
    await store.bots.create({ ...bot, id: `bot_${name}`, endpoint: merchant.endpoint }, secrets);
    const server = await startServer({
      ...{ store, mailer: null, host: "127.0.0.1", port: 0, hosts: null, ownOrigins: () => [] },
      outboundAllow: () => parseAllowList(["127.0.0.1"]),
      log: pino({ enabled: false }),
    });
    t.after(server.close);
    nodes.set(`bot_${name}`, server.url);
  }
  return { run, nodes, url: await startRouter(t, nodes), queries: merchant.queries };
}

/** Starts a router like an operator's proxy: the bot in the path selects the shard. */
async function startRouter(t: TestContext, nodes: ReadonlyMap<string, string>): Promise<string> {
  const router = createServer((incoming, outgoing) => {
    const { url = "", method, headers } = incoming;
    const node = nodes.get(url.split("/")[2] ?? "");
    if (!node) return void outgoing.writeHead(404).end();
    const onward = request(`${node}${url}`, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    outgoing.once("close", () => onward.destroy());
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  }).listen(0, "127.0.0.1");
  t.after(() => {
    router.close();
    router.closeAllConnections();
  });
  await once(router, "listening");
  return `http://127.0.0.1:${(router.address() as AddressInfo).port}`;
}

test("bots on two shards answer their customers, and no row is where it does not belong", async (t) => {
  const { run, url, nodes } = await startShards(t);
  const guests = await Promise.all([...nodes.keys()].map((botId) => openGuest(url, botId)));
  for (const guest of guests) {
    const [told] = await guest.say("where is order MBWXS75S9878?", 2);
    assert.equal(told?.text, toldOfEach);
    guest.leave();
  }

  const tables = await run(`
    select table_schema as schema, table_name as name from information_schema.columns
    where column_name = 'bot_id' and table_schema in ('public', 'shard_a', 'shard_b')`);
  const places = tables.map(
    ({ schema, name }) => `select bot_id || ' in ${schema}' as found from ${schema}.${name}`,
  );
  const rows = await run(
    `select distinct found from (${places.join(" union all ")}) as all_tables`,
  );
  const found = rows.map((row) => row.found).filter((one) => !one.startsWith(`${bot.id} `));
  assert.deepEqual(found.toSorted(), ["bot_shard_a in shard_a", "bot_shard_b in shard_b"]);
});

test("a node knows no bot of another shard", async (t) => {
  const { nodes } = await startShards(t);
  const elsewhere = `${nodes.get("bot_shard_a")}/chat/bot_shard_b/conversations`;
  assert.equal((await fetch(elsewhere, { method: "POST" })).status, 404);
});
