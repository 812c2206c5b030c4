import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { Agent, request } from "undici";

// Customers: each opens a conversation, follows its stream, and asks again as soon as the answer is
// there (or at a given rate over all). Prints one line of JSON.

const [url = "", botId = "", secondsText, conversationsText, rateText] = process.argv.slice(2);
const seconds = Number(secondsText);
const conversations = Number(conversationsText);
const rate = Number(rateText);
const dispatcher = new Agent({ connections: null, pipelining: 1, bodyTimeout: 0 });
const base = `${url}/chat/${botId}`;
const latencies: number[] = [];
let end = 0;

const customers = await Promise.all(Array.from({ length: conversations }, openConversation));
end = performance.now() + seconds * 1000;
const startedCpu = process.cpuUsage();
await Promise.all(customers.map(askOverAndOver));
const { user, system } = process.cpuUsage(startedCpu);
latencies.sort((one, other) => one - other);
const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
console.log(
  JSON.stringify({
    turns: latencies.length,
    perSecond: latencies.length / seconds,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    cpu: (user + system) / 1e6,
  }),
);
process.exit(0);

interface Customer {
  token: string;
  /** Resolves with the next order that arrives on the stream. */
  nextOrder(): Promise<void>;
}

async function openConversation(): Promise<Customer> {
  const opened = await request(`${base}/conversations`, { method: "POST", dispatcher });
  const { token } = (await opened.body.json()) as { token: string };
  const stream = await request(`${base}/events`, {
    dispatcher,
    headers: { authorization: `Bearer ${token}` },
  });
  let arrived = () => {};
  const welcome = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  stream.body.setEncoding("utf8");
  stream.body.on("data", (text: string) => {
    if (text.includes('"kind":"orders"') || text.includes("menu:orders")) arrived();
  });
  await welcome;
  const nextOrder = () =>
    new Promise<void>((resolve) => {
      arrived = resolve;
    });
  return { token, nextOrder };
}

async function askOverAndOver({ token, nextOrder }: Customer): Promise<void> {
  const everyMs = rate > 0 ? (1000 * conversations) / rate : 0;
  let next = performance.now() + Math.random() * everyMs;
  while (performance.now() < end) {
    if (everyMs > 0) {
      await delay(Math.max(0, next - performance.now()));
      next += everyMs;
    }
    const startedAt = performance.now();
    const answered = nextOrder();
    const posted = await request(`${base}/messages`, {
      method: "POST",
      dispatcher,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ id: randomUUID(), text: "where is my order MBWXS75S9878?" }),
    });
    await posted.body.dump();
    if (posted.statusCode !== 202) throw new Error(`status ${posted.statusCode}`);
    await answered;
    latencies.push(performance.now() - startedAt);
  }
}
