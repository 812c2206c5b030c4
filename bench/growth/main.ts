import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import pino from "pino";
import { parseKeyRing } from "../../packages/meetbot/src/secrets/key-ring.ts";
import { startServer } from "../../packages/meetbot/src/server/start-server.ts";
import { openStore } from "../../packages/meetbot/src/store/open-store.ts";
import { startOwnDatabase } from "../../packages/meetbot/test/fixtures/own-database.ts";
import { seedConversations } from "../turns/seed-conversations.ts";
import { backgroundPasses } from "./background-passes.ts";
import { consolePages } from "./console-pages.ts";
import { holdSome } from "./hold-some.ts";
import { seedRest } from "./seed-rest.ts";

// What grows with what is stored: each background pass with nothing to do, and each page of the console, with few
// conversations and with many. Each has four messages, a delivery, an account and a number; some have more.

const { values } = parseArgs({
  options: {
    stored: { type: "string", default: "1000000" },
    beside: { type: "string", default: "10000" },
  },
});
const goalMs = 150;
const times = 7;
const botId = "bot_growth";

const sizes = [Number(values.beside), Number(values.stored)];
const columns: Map<string, number>[] = [];
for (const size of sizes) columns.push(await measure(size));

const [few = new Map<string, number>(), many = new Map<string, number>()] = columns;
const nameOf = (size = 0) => `ms at ${size.toLocaleString("en")}`;
const rows = [...many].map(([name, ms]) => [
  name,
  { [nameOf(sizes[0])]: few.get(name) ?? Number.NaN, [nameOf(sizes[1])]: ms },
]);
console.table(Object.fromEntries(rows));
const missed = [...many].filter(([, ms]) => ms > goalMs).map(([name]) => name);
console.log(
  missed.length === 0
    ? `All take ${goalMs} ms or less.`
    : `These take longer than ${goalMs} ms: ${missed.join("; ")}`,
);

/** The median of each, in milliseconds, by name. */
async function measure(stored: number): Promise<Map<string, number>> {
  const ends: (() => Promise<unknown>)[] = [];
  const scope = { after: (end: () => Promise<void>) => void ends.push(end) };
  try {
    const { env } = await startOwnDatabase(scope);
    const keyRing = parseKeyRing(randomBytes(32).toString("base64"));
    const store = await openStore({ connection: env.MEETBOT_DATABASE_URL, keyRing });
    ends.push(() => store.close());
    const { bot, secrets } = newBot({
      ...{ id: botId, name: "Growth", endpoint: "https://shop.example/webhook" },
    });
    await store.bots.create({ ...bot, askRating: "all", keepDeliveriesDays: 6 }, secrets);
    await seedConversations(env.MEETBOT_DATABASE_URL, stored);
    await seedRest(env.MEETBOT_DATABASE_URL);
    await holdSome(store, botId);

    const took = new Map<string, number>();
    for (const [name, pass] of Object.entries(backgroundPasses(store))) {
      took.set(name, await median(pass));
    }
    const adminToken = randomBytes(30).toString("base64url");
    const server = await startServer({
      ...{ store, adminToken, mailer: null, hosts: null, ownOrigins: () => [] },
      ...{ host: "127.0.0.1", port: 0, log: pino({ level: "silent" }) },
    });
    ends.push(() => server.close());
    for (const [name, path] of Object.entries(consolePages(botId))) {
      took.set(
        name,
        await median(async () => {
          const headers = { Authorization: `Bearer ${adminToken}` };
          const response = await fetch(`${server.url}/api/v1${path}`, { headers });
          const text = await response.text();
          if (!response.ok) throw new Error(`${path}: HTTP ${response.status} ${text}`);
        }),
      );
    }
    return took;
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

async function median(run: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  await run(); // PostgreSQL reads what it needs into memory
  for (let nth = 0; nth < times; nth++) {
    const startedAt = performance.now();
    await run();
    took.push(performance.now() - startedAt);
  }
  return Math.round(took.sort((one, other) => one - other)[Math.floor(times / 2)] ?? Number.NaN);
}
