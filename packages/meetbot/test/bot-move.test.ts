import assert from "node:assert/strict";
import { createHmac, randomInt } from "node:crypto";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { parseKeyRing } from "../src/secrets/key-ring.ts";
import { openStore } from "../src/store/open-store.ts";
import { startWebChatCustomer } from "./crash/web-chat-customer.ts";
import { createDatabaseEnv } from "./fixtures/database-env.ts";
import { createMachine } from "./fixtures/machine.ts";
import { createRandom } from "./fixtures/random.ts";
import { startSlowMerchant } from "./fixtures/slow-merchant.ts";

// Two installations: each has a server process, a database and a master key of its own.

const seed = Number(process.env.MOVE_SEED ?? randomInt(1, 2 ** 31));
const customers = 6;
const kills = Number(process.env.MOVE_KILLS ?? 3);

async function startInstallation(t: TestContext) {
  const scope = { after: (end: () => Promise<void>) => t.after(end) };
  const env = await createDatabaseEnv(scope);
  const machine = createMachine(scope, env);
  const server = await machine.start(["serve", "--port", "0"]);
  return { machine, env, server };
}

async function createBot(env: Record<string, string>, endpoint: string) {
  const keyRing = parseKeyRing(env.MEETBOT_MASTER_KEY ?? "");
  const store = await openStore({ connection: env.MEETBOT_DATABASE_URL ?? "", keyRing });
  const { bot, secrets } = newBot({ name: "Shop", endpoint, policy: "off" });
  await store.bots.create(bot, secrets);
  await store.close();
  return { botId: bot.id, signingSecret: secrets.signingSecret };
}

test("a bot moves between two servers while customers write, and no message is lost or answered twice", {
  timeout: 300_000,
}, async (t) => {
  t.diagnostic(`MOVE_SEED=${seed}`);
  const random = createRandom(seed);
  const merchant = await startSlowMerchant(t, () => random.below(80));
  const [here, there] = [await startInstallation(t), await startInstallation(t)];
  const { botId, signingSecret } = await createBot(here.env, merchant.endpoint);
  const file = join(here.machine.dataDir, "..", "there.env");
  const variables = { ...there.env, MEETBOT_PUBLIC_URL: there.server.url };
  await writeFile(
    file,
    Object.entries(variables)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  );

  const forged: string[] = [];
  const enough = new AbortController();
  let addresses = [here.server.url];
  const chats = Array.from({ length: customers }, (_, nth) =>
    startWebChatCustomer({
      ...{ botId, random, name: `C${nth}`, restMs: 150, enough: enough.signal },
      url: async () => addresses[random.below(addresses.length)]!,
    }),
  );
  let queries = 0;
  merchant.queries.on("asked", (_, body: string, signature: string) => {
    queries += 1;
    const digest = createHmac("sha256", signingSecret).update(body).digest("hex");
    if (signature !== `sha256=${digest}`) forged.push(signature);
  });
  await once(merchant.queries, "asked");
  const move = ["bot", "move", botId, "--to", file, "--json"];
  for (let nth = 0; nth < kills; nth++) {
    const child = here.machine.launch(move);
    const ended = once(child, "exit");
    await delay(random.below(1_500));
    child.kill("SIGKILL");
    await ended;
  }
  const { code, stdout, stderr } = await here.machine.run(move);
  assert.equal(code, 0, stderr);
  t.diagnostic(stdout.trim());
  // Pages that know the new address, and such as do not.
  addresses = [here.server.url, there.server.url];
  const before = queries;
  await delay(3_000);
  enough.abort();
  const talks = await Promise.all(chats.map((chat) => chat.end()));
  assert.ok(queries > before, "the shop is asked from the other side");
  assert.deepEqual(forged, []);
  assert.equal((await here.machine.run(["bot", "show", botId])).code, 1);
  assert.equal((await there.machine.run(["bot", "show", botId])).code, 0);
  const said = talks.reduce((sum, talk) => sum + talk.said.length, 0);
  t.diagnostic(`${said} messages; ${JSON.stringify(talks.map(({ counts }) => counts))}`);
  const longest = Math.max(...talks.flatMap(({ waits }) => waits.map(({ from, to }) => to - from)));
  t.diagnostic(`the longest wait was ${longest} ms`);
});
