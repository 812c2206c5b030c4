import { parseArgs } from "node:util";
import {
  follow,
  post,
  readUntil,
  type Seat,
  takeSeat,
  type WireMessage,
} from "../../packages/meetbot/test/fixtures/conversation.ts";
import { createMachine } from "../../packages/meetbot/test/fixtures/machine.ts";
import { startOwnDatabase } from "../../packages/meetbot/test/fixtures/own-database.ts";
import type { LoadResult } from "../turns/ask-over-and-over.ts";
import { run } from "../turns/processes.ts";

// Whether customers notice that a shop pushes without end: how long their turns take before, meanwhile, and
// after. Node, database, shop, customers and flood are processes of their own.

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "15" },
    /** Who push side by side. */
    senders: { type: "string", default: "8" },
    /** Conversations that get an update for each push, with the chat open. */
    followers: { type: "string", default: "3" },
  },
});
const seconds = Number(values.seconds);
const senders = Number(values.senders);
const orderNumber = "MBWXS75S9878";

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
  const { bot_id: botId, push_secret: secret } = JSON.parse(stdout);
  const node = await machine.start(["serve", "--port", "0"], env);
  scope.after(async () => void (await node.stop()));
  const flood = { url: node.url, botId, secret, orderNumber };
  const push = async (own: object) =>
    (await run<Record<string, number>>("../pushes/flood.ts", JSON.stringify({ ...flood, ...own })))
      .line;
  // Customers are offered it where their shop has pushed before.
  await push({ senders: 1, seconds: 0.1 });
  const told = { news: 0 };
  for (let nth = 0; nth < Number(values.followers); nth++) {
    const seat = await keepPosted(node.url, botId);
    void listen(seat, told);
  }

  const customers = JSON.stringify({
    ...{ urls: [node.url], botId, conversations: 32, perSecond: 20 },
    seconds,
  });
  const ask = async () => (await run<LoadResult>("load-web-chat.ts", customers)).line;
  await ask();
  const before = await ask();
  told.news = 0;
  const [during, pushed] = await Promise.all([ask(), push({ senders, seconds: seconds + 1 })]);
  const news = told.news;
  const after = await ask();
  const row = ({ turns, p50Ms, p99Ms }: LoadResult) => ({
    turns,
    "p50 ms": Number(p50Ms.toFixed(1)),
    "p99 ms": Number(p99Ms.toFixed(1)),
  });
  console.log(`${senders} senders:`, pushed, `${news} news told meanwhile`);
  console.table({ before: row(before), during: row(during), after: row(after) });
  const ratio = (of: "p50Ms" | "p99Ms") => (during[of] / before[of]).toFixed(2);
  console.log(`during / before: p50 ${ratio("p50Ms")}, p99 ${ratio("p99Ms")}`);
} finally {
  for (const end of ends.reverse()) await end();
}
process.exit(0);

async function keepPosted(url: string, botId: string): Promise<Seat> {
  const seat = await takeSeat(url, botId);
  await post(seat, { text: `where is my order ${orderNumber}?` });
  const isOffer = (message: WireMessage) =>
    message.from === "bot" && choicesOf(message).some(({ title }) => title === "Keep me posted");
  const offered = (await readUntil(seat, isOffer)).at(-1)!;
  const { payload } = choicesOf(offered).find(({ title }) => title === "Keep me posted")!;
  await post(seat, { payload });
  await readUntil(
    seat,
    (message) => message.from === "bot" && /STOP/.test(message.reply.text ?? ""),
  );
  return seat;
}

async function listen(seat: Seat, told: { news: number }): Promise<void> {
  const { signal } = new AbortController();
  for await (const { from } of follow(seat, { signal })) if (from === "bot") told.news += 1;
}

function choicesOf(message: WireMessage): { title: string; payload: string }[] {
  return (message.from === "bot" && message.reply.choices) || [];
}
