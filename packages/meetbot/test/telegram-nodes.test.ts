import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { Client } from "pg";
import {
  createCustomer,
  publicBase,
  textOf,
  token,
} from "../src/server/webhooks/telegram.fixture.ts";
import { startTelegramSimulator } from "../src/telegram-simulator/start-telegram-simulator.ts";
import { createMigratedDatabase } from "./database.ts";
import { eventually } from "./fixtures/eventually.ts";
import { createMachine, type Scope } from "./fixtures/machine.ts";
import { startSlowMerchant } from "./fixtures/slow-merchant.ts";

// Nodes of `meetbot serve` that share a PostgreSQL server, and Telegram's side of their bot.

const orderNumber = "MBWXS75S9878";
const soonMs = 60_000;

async function startNodes(scope: Scope) {
  let url = "";
  const telegram = await startTelegramSimulator({
    bots: [{ token, name: "A shop", username: "a_shop_bot" }],
    reach: (address) => address.replace(publicBase, url),
    repeatAfterMs: () => 50,
  });
  scope.after(() => telegram.close());
  const { endpoint } = await startSlowMerchant(scope, () => 0);
  const machine = createMachine(scope);
  const database = await createMigratedDatabase();
  scope.after(database.drop);
  const env = {
    MEETBOT_DATABASE_URL: database.url,
    MEETBOT_MASTER_KEY: randomBytes(32).toString("base64"),
    MEETBOT_TELEGRAM_URL: telegram.url,
    MEETBOT_PUBLIC_URL: publicBase,
  };
  const run = async (line: string, input = "") => {
    const { code, stdout, stderr } = await machine.run(line.split(" "), { env, input });
    assert.deepEqual([code, stderr], [0, ""]);
    return stdout;
  };
  const created = await run(`bot create --name Shop --endpoint ${endpoint} --json`);
  const { bot_id: botId } = JSON.parse(created);
  await run(`channel telegram connect --bot ${botId} --token -`, token);
  const sql = async (text: string) => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query(text)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  };
  return {
    telegram,
    sql,
    async start() {
      const node = await machine.start(["serve", "--port", "0"], env);
      url = node.url;
      return node;
    },
  };
}

test("kill -9 in the middle of sending: the message comes again, before what follows; one that was not taken comes once", async (t) => {
  const { telegram, sql, start } = await startNodes(t);
  const doomed = await start();
  const customer = createCustomer(telegram);
  // Taken by Telegram, and never answered: the node dies while it waits.
  telegram.meetNext({ hangs: true });
  await customer.say("hello");
  const [hello] = await customer.reads(1);
  await customer.say(`show order ${orderNumber}`);
  await eventually(soonMs, async () =>
    assert.equal((await sql("select 1 from messages where direction = 'out'")).length, 3),
  );
  await doomed.kill();
  // Nobody is there: it waits at Telegram, which brings it again and again.
  const thanks = customer.say("thank you");

  await start();
  await thanks;
  customer.hasReadAll();
  // It waits no longer than a call can live; that time is over.
  await sql("update outboxes set send_at = now() where send_at is not null");
  const [again, order, welcome] = await customer.reads(3);
  assert.equal(textOf(again!), textOf(hello!));
  assert.match(textOf(order!), new RegExp(`^Your order .*\n\nOrder ${orderNumber}`));
  assert.match(textOf(welcome!), /welcome/i);
  await eventually(soonMs, async () =>
    assert.deepEqual(await sql("select distinct status from messages where direction = 'out'"), [
      { status: "sent" },
    ]),
  );
  customer.hasReadAll();
});
