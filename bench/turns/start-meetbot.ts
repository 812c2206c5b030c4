import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startGraphSimulator } from "../../packages/meetbot/src/graph-simulator/start-graph-simulator.ts";
import { createMachine, type Machine } from "../../packages/meetbot/test/fixtures/machine.ts";
import {
  type OwnDatabase,
  startOwnDatabase,
} from "../../packages/meetbot/test/fixtures/own-database.ts";
import type { Checkout } from "./checkout.ts";
import type { Channel, Contender } from "./contender.ts";
import { countStatements } from "./count-statements.ts";
import { freePort, run } from "./processes.ts";
import { seedConversations } from "./seed-conversations.ts";

export interface MeetbotSetup {
  name: string;
  channel: Channel;
  /** Nodes on a PostgreSQL server of their own; null: one process that starts its database itself. */
  nodes: number | null;
  /** Conversations that lie in the database before the first one is opened. */
  stored: number;
  /** Whose `meetbot` it is; absent: this checkout's. */
  checkout?: Checkout;
  /** More variables for all its commands. */
  env?: Record<string, string>;
  /** Bots of the same shop; the first one is connected and played. */
  bots?: number;
  /** Whether PostgreSQL counts its statements, as `pg_stat_statements` does. */
  countsStatements?: boolean;
}

/** Meetbot as it runs, and where what it consists of is found. */
export interface StartedMeetbot extends Contender {
  urls: string[];
  botIds: string[];
  /** Null: it has started its database itself. */
  database: OwnDatabase | null;
}

const app = { id: "1517776481860111", secret: "an app secret" };
const page = { id: "1029384756", name: "A shop", token: "a page token" };

/** Meetbot as an operator runs it: processes of `meetbot serve`, and a shop. */
export async function startMeetbot(setup: MeetbotSetup): Promise<StartedMeetbot> {
  const ends: (() => Promise<void>)[] = [];
  const scope = { after: (end: () => Promise<void>) => void ends.push(end) };
  const end = async () => {
    for (const one of ends.splice(0).reverse()) await one();
  };
  try {
    const { checkout } = setup;
    const machine = createMachine(scope, setup.env, checkout?.program);
    const own = setup.nodes === null ? null : await startOwnDatabase(scope);
    if (setup.countsStatements) await countStatements(own!);
    const merchant = await run<{ url: string }>("merchant.ts");
    scope.after(async () => merchant.end());
    const graphPort = await freePort();
    const env = { ...own?.env, MEETBOT_GRAPH_URL: `http://127.0.0.1:${graphPort}` };
    const botIds: string[] = [];
    for (let nth = 0; nth < (setup.bots ?? 1); nth++)
      botIds.push(await createBot(machine, env, merchant.line.url));
    const botId = botIds[0]!;
    if (setup.channel === "Messenger") await connectPage(machine, { ...own?.env }, botId);
    if (own && setup.stored > 0)
      await seedConversations(own.env.MEETBOT_DATABASE_URL, setup.stored);
    const nodes = [];
    for (let nth = 0; nth < (setup.nodes ?? 1); nth++) {
      const node = await machine.start(["serve", "--port", "0"], env);
      scope.after(async () => void (await node.stop()));
      nodes.push(node);
    }
    const urls = nodes.map(({ url }) => url);
    const webhooks = urls.map((url) => `${url}/channels/messenger/${botId}`);
    const { name, channel } = setup;
    return {
      ...{ name, channel, end, urls, botIds, database: own },
      ...(channel === "web chat"
        ? { load: "load-web-chat.ts", loadOptions: { urls, botId } }
        : {
            load: "load-messenger.ts",
            loadOptions: { webhooks, graphPort, pageId: page.id, appSecret: app.secret },
          }),
      pids: nodes.map(({ pid }) => pid),
      databasePid: own ? own.pid() : embeddedPid(machine),
      merchantPid: merchant.pid,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

type Environment = Record<string, string>;

async function createBot(machine: Machine, env: Environment, endpoint: string): Promise<string> {
  const create = ["bot", "create", "--name", "Bench", "--endpoint", endpoint, "--json"];
  const { code, stdout, stderr } = await machine.run(create, { env });
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout).bot_id;
}

/** Meta's side is asked once, by a simulator that knows how; what is measured needs less of it. */
async function connectPage(machine: Machine, env: Environment, botId: string): Promise<void> {
  const graph = await startGraphSimulator({ app, pages: [page] });
  const connect = `channel messenger connect --bot ${botId} --page-id ${page.id} --page-token - --app-secret - --verify-token -`;
  const { code, stderr } = await machine.run(connect.split(" "), {
    env: { ...env, MEETBOT_GRAPH_URL: graph.url },
    input: [page.token, app.secret, "a verify token"].join("\n"),
  });
  await graph.close();
  if (code !== 0) throw new Error(stderr);
}

function embeddedPid({ dataDir }: Machine): number {
  const file = join(dataDir, "postgres/cluster/postmaster.pid");
  return Number.parseInt(readFileSync(file, "utf8"), 10);
}
