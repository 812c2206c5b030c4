import { parseArgs } from "node:util";
import { createMachine } from "../../packages/meetbot/test/fixtures/machine.ts";
import { startOwnDatabase } from "../../packages/meetbot/test/fixtures/own-database.ts";
import type { LoadResult } from "../turns/ask-over-and-over.ts";
import { run } from "../turns/processes.ts";

// Whether customers notice that somebody tries passwords from many networks: how long their turns take
// before, meanwhile, and after. Node, database, shop, customers and flood are processes of their own.

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "10" },
    networks: { type: "string", default: "20" },
    /** Tries of passwords, over all networks. */
    "per-second": { type: "string", default: "100" },
  },
});
const seconds = Number(values.seconds);
const networks = Number(values.networks);
const perSecond = Number(values["per-second"]);

const floodOf = (url: string) => ({ url, networks, perSecond });

const ends: (() => Promise<void>)[] = [];
const scope = { after: (end: () => Promise<void>) => void ends.push(end) };
try {
  const machine = createMachine(scope);
  const { env } = await startOwnDatabase(scope);
  const shop = await run<{ url: string }>("merchant.ts");
  scope.after(async () => shop.end());
  const create = ["bot", "create", "--name", "Bench", "--endpoint", shop.line.url, "--json"];
  const { code, stdout, stderr } = await machine.run(create, { env });
  if (code !== 0) throw new Error(stderr);
  const { bot_id: botId } = JSON.parse(stdout);
  const node = await machine.start(["serve", "--port", "0"], {
    ...env,
    MEETBOT_TRUSTED_PROXIES: "127.0.0.1",
  });
  scope.after(async () => void (await node.stop()));

  const customers = JSON.stringify({
    ...{ urls: [node.url], botId, conversations: 32, perSecond: 20 },
    seconds,
  });
  const ask = async () => (await run<LoadResult>("load-web-chat.ts", customers)).line;
  // An operator has signed in since the node was started.
  await run(
    "../sign-in/flood.ts",
    JSON.stringify({ ...floodOf(node.url), seconds: 1, perSecond: 1 }),
  );
  const flood = JSON.stringify({ ...floodOf(node.url), seconds: seconds + 1 });
  await ask();
  const before = await ask();
  const [during, { line }] = await Promise.all([
    ask(),
    run<{ statuses: Record<string, number> }>("../sign-in/flood.ts", flood),
  ]);
  const after = await ask();
  const row = ({ turns, p50Ms, p99Ms }: LoadResult) => ({
    turns,
    "p50 ms": Number(p50Ms.toFixed(1)),
    "p99 ms": Number(p99Ms.toFixed(1)),
  });
  console.log(`${perSecond} tries a second from ${networks} networks, by status:`, line.statuses);
  console.table({ before: row(before), during: row(during), after: row(after) });
} finally {
  for (const end of ends.reverse()) await end();
}
