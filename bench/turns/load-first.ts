import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { Agent, request } from "undici";
import type { Arrivals, ArrivalsResult } from "./arrivals.ts";
import { inSteps, quantile } from "./ask-over-and-over.ts";
import { goods } from "./question.ts";

// Customers who come to the web chat: each opens the page, follows the stream, reads the welcome, asks one question, has its
// answer and goes. Each is new, and asks for a number of their own. They come through a proxy that tells their addresses.

const { url }: { url: string } = JSON.parse(process.argv[2] ?? "");
const dispatcher = new Agent({
  connections: null,
  pipelining: 1,
  bodyTimeout: 0,
  headersTimeout: 0,
});
let turnedAway = 0;

/** A customer without an answer by then leaves. */
const patienceMs = 30_000;

/** On the button below what a bot says when a shop has too much to do, or does not answer. */
const notNow = "Try again";

await inSteps(welcomeAll);
process.exit(0);

async function welcomeAll(arrivals: Arrivals): Promise<ArrivalsResult> {
  const { customers, atOnce } = arrivals;
  const waits: number[] = [];
  const startedAt = performance.now();
  let next = 0;
  turnedAway = 0;
  const comeAndGo = async () => {
    while (next < customers) {
      const comesAt = performance.now();
      const isAnswered = await visit(arrivals, next++);
      if (isAnswered) waits.push(performance.now() - comesAt);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, comeAndGo));
  return {
    customers,
    perSecond: (1000 * customers) / (performance.now() - startedAt),
    p50Ms: quantile(waits, 0.5),
    p99Ms: quantile(waits, 0.99),
    turnedAway,
    unanswered: customers - waits.length,
  };
}

async function visit({ botId, before, network, numbers }: Arrivals, nth: number): Promise<boolean> {
  const overall = before + nth;
  const from = network ? `${network}.${1 + (nth % 250)}` : `20.${overall >> 8}.${overall & 255}.7`;
  const number = `MBWXS75S${String(before + (nth % numbers)).padStart(4, "0")}`;
  const chat = `${url}/chat/${botId}`;
  const forwarded = { "x-forwarded-for": from };
  const opened = await ask(`${chat}/conversations`, { method: "POST", headers: forwarded });
  const { token } = (await opened.json()) as { token: string };
  const headers = { ...forwarded, authorization: `Bearer ${token}` };
  const stream = await ask(`${chat}/events`, { method: "GET", headers });
  stream.setEncoding("utf8");
  const heard = hear(stream);
  await heard(["menu:orders"]);
  const said = await ask(`${chat}/messages`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ id: randomUUID(), text: `where is my order ${number}?` }),
  });
  await said.dump();
  const answer = await heard([goods, number], [notNow]);
  stream.destroy();
  return answer === 0;
}

type Body = Awaited<ReturnType<typeof request>>["body"];
type Ask = { method: "GET" | "POST"; headers: Record<string, string>; body?: string };

/** Retries after `Retry-After` where the server refuses, as the chat window does. */
async function ask(address: string, options: Ask): Promise<Body> {
  for (;;) {
    const { statusCode, headers, body } = await request(address, { ...options, dispatcher });
    if (statusCode < 300) return body;
    const said = await body.text();
    if (statusCode !== 429 && statusCode !== 503) throw new Error(`status ${statusCode}: ${said}`);
    turnedAway += 1;
    await delay(1000 * Number(headers["retry-after"] ?? 1));
  }
}

/**
 * Resolves with the place of the first of several things that the stream brings from the last time on, each of some parts;
 * with -1 where none of them comes in time.
 */
function hear(stream: Body): (...things: string[][]) => Promise<number> {
  let text = "";
  let look = () => {};
  stream.on("data", (chunk: string) => {
    text += chunk;
    look();
  });
  return (...things) => {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const overdue = setTimeout(resolve, patienceMs, -1);
    stream.once("error", reject).once("end", () => reject(new Error("The stream has ended.")));
    look = () => {
      const heard = things.findIndex((parts) => parts.every((part) => text.includes(part)));
      if (heard >= 0) resolve(heard);
    };
    look();
    return promise.finally(() => {
      clearTimeout(overdue);
      text = "";
      look = () => {};
    });
  };
}
