import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createPush } from "@meetbot/sdk";
import { startGraphSimulator } from "../../src/graph-simulator/start-graph-simulator.ts";
import { createUser } from "../../src/server/webhooks/messenger.fixture.ts";
import { post } from "../fixtures/conversation.ts";
import { eventually } from "../fixtures/eventually.ts";
import { type Guest, openGuest } from "../fixtures/guest.ts";
import { type CgroupScope, createMachine, type Machine } from "../fixtures/machine.ts";
import { openLink } from "../fixtures/open-link.ts";
import { type PostgresServer, startPostgres } from "../fixtures/postgres-server.ts";
import { type KeptCustomer, writeState } from "./kept-state.ts";
import {
  answeredOrder,
  app,
  page,
  startStateShop,
  verifyToken,
  waitingOrder,
} from "./state-shop.ts";

// Keeps the database of a version for the tests of all later ones: README.md says when and how.

const soonMs = 60_000;
const keepMePosted = "Keep me posted";
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    checkout: { type: "string", default: "." },
    programs: { type: "string", default: oldestPostgres() },
  },
});
const [name] = positionals;
if (!name) throw new Error("Say under which name the state is kept: a version, or a commit.");

const ends: (() => Promise<void>)[] = [];
const scope: CgroupScope = { after: (end) => void ends.push(end) };
try {
  await keep(name, resolve(values.checkout), values.programs);
} finally {
  for (const end of ends.reverse()) await end();
}

async function keep(name: string, checkout: string, programs: string): Promise<void> {
  const shop = await startStateShop(scope, { hangsAt: waitingOrder, status: "In transit" });
  const graph = await startGraphSimulator({ app, pages: [page] });
  scope.after(() => graph.close());
  const postgres = await startPostgres(scope, { programs });
  await postgres.run("create role meetbot login", "create database kept owner meetbot");
  const env = {
    MEETBOT_DATABASE_URL: postgres.url("meetbot", "kept"),
    MEETBOT_MASTER_KEY: randomBytes(32).toString("base64"),
    MEETBOT_GRAPH_URL: graph.url,
  };
  const machine = createMachine(scope, env, join(checkout, "packages/meetbot/bin/meetbot.js"));
  const created = ["bot", "create", "--name", "Shop", "--endpoint", shop.endpoint];
  const bot = JSON.parse(await run(machine, [...created, "--page-id", page.id, "--json"]));
  const botId: string = bot.bot_id;
  shop.serve(bot.signing_secret);
  const connect = `channel messenger connect --bot ${botId} --page-id ${page.id} --page-token - --app-secret - --verify-token -`;
  await run(machine, connect.split(" "), [page.token, app.secret, verifyToken].join("\n"));

  const node = await machine.start(["serve", "--port", "0"]);
  const [link = ""] = /^http.*#.*$/m.exec(node.printed.stdout) ?? [];
  const email = "owner@shop.example";
  const password = "correct horse battery staple";
  const cookie = await openLink(link, { name: "Owner", email, password });

  // Customers are offered it where their shop has pushed before.
  if (bot.push_secret) {
    const push = createPush({ url: node.url, botId, pushSecret: bot.push_secret });
    assert.equal((await push.test()).ok, true);
  }
  const answered = await openGuest(node.url, botId);
  const [, card] = await answered.say(`where is my order ${answeredOrder}?`, 2);
  const isSubscribed = card?.choices?.some(({ title }) => title === keepMePosted) ?? false;
  if (isSubscribed) await answered.tap(keepMePosted, 1);

  const webhook = { url: `${node.url}/channels/messenger/${botId}`, verifyToken };
  assert.equal(await graph.connectWebhook(webhook), true);
  graph.page(page.id).subscribedFields = ["messages", "message_echoes"];
  const user = createUser(graph);
  await user.write(`where is my order ${answeredOrder}?`);
  await user.reads(1);
  const waits = "select from messages where status in ('queued', 'sending')";
  await eventually(soonMs, async () =>
    assert.equal((await postgres.runIn("kept", waits)).length, 0),
  );
  graph.meetNext({ error: { code: 2, status: 500 } });
  await user.write("help");
  await eventually(soonMs, async () => assert.equal(await triedAgain(postgres), true));

  const waiting = await openGuest(node.url, botId);
  const question = { text: `where is my order ${waitingOrder}?` };
  assert.equal((await post(waiting.seat, question, randomUUID())).status, 202);
  await eventually(soonMs, async () =>
    assert.ok(shop.asked.some((one) => "orderNumber" in one && one.orderNumber === waitingOrder)),
  );

  // Before anything else comes of what is on its way.
  await node.kill();
  const backup = join(machine.dataDir, "../backup");
  const at = new Date().toISOString();
  const sql = dump(programs, postgres.url("postgres", "kept"));
  const made = await machine.run(["backup", backup]);
  writeState({
    ...{ name, at, masterKey: env.MEETBOT_MASTER_KEY, botId },
    signingSecret: bot.signing_secret,
    identitySecret: bot.identity_secret,
    pushSecret: bot.push_secret ?? null,
    operator: { email, password, cookie },
    answered: { ...kept(answered), isSubscribed },
    waiting: kept(waiting),
    messengerUserId: user.id,
    // The first versions had no such command.
    backup: made.code === 0 ? readFileSync(backup, "base64") : null,
    sql,
  });
}

async function run(machine: Machine, args: string[], input = ""): Promise<string> {
  const { code, stdout, stderr } = await machine.run(args, { input });
  assert.equal(code, 0, stderr);
  return stdout;
}

/** Whether a message has been tried in vain: in today's outbox, or in that of the first versions. */
async function triedAgain(postgres: PostgresServer): Promise<boolean> {
  const outboxes = await postgres.runIn(
    "kept",
    "select to_regclass('outboxes') is not null as one",
  );
  const table = outboxes[0]?.one ? "outboxes" : "messenger_conversations";
  return (await postgres.runIn("kept", `select from ${table} where tries = 1`)).length === 1;
}

function kept({ seat, heard, leave }: Guest): KeptCustomer {
  leave();
  return { conversationId: seat.conversationId, token: seat.token, messages: heard };
}

/** All of it as SQL that any PostgreSQL from this one on takes over one connection. */
function dump(programs: string, url: string): string {
  const words = ["--inserts", "--no-owner", "--no-privileges", url];
  const text = execFileSync(join(programs, "bin/pg_dump"), words, {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const isForPsql = /^(\\|--|SET (default_table_access_method|transaction_timeout)|$)/;
  const lines = text.split("\n").filter((line) => !isForPsql.test(line));
  return `${lines.join("\n")}\n`;
}

/** What it writes is read by all that are newer. */
function oldestPostgres(): string {
  const folder = "/usr/lib/postgresql";
  const versions = existsSync(folder)
    ? readdirSync(folder).sort((a, b) => Number(a) - Number(b))
    : [];
  const found = versions
    .map((version) => join(folder, version))
    .find((one) => existsSync(join(one, "bin/initdb")));
  return found ?? "";
}
