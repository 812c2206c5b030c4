import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { cpuSecondsOf } from "./cpu-seconds.ts";
import { measureStore } from "./store-limit.ts";

// Durable turns: customers post a question over HTTP, the shop is asked, the reply is stored and
// arrives on the stream. Every process is a real one: Meetbot, its PostgreSQL, the shop, the load.

const seconds = Number(process.argv[2] ?? 10);
const conversations = Number(process.argv[3] ?? 32);
const meetbot = fileURLToPath(new URL("../../packages/meetbot/bin/meetbot.js", import.meta.url));
const dataDir = await mkdtemp(join(tmpdir(), "meetbot-bench-"));
const env = {
  PATH: process.env.PATH,
  MEETBOT_DATA_DIR: dataDir,
  MEETBOT_LOG_LEVEL: "info",
  MEETBOT_OUTBOUND_ALLOW: "127.0.0.1",
};

let loadCpu = 0;

interface LoadResult {
  turns: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

const merchant = run("merchant.ts", []);
const { url: endpoint } = await merchant.firstLine<{ url: string }>();
const bot = JSON.parse(
  await output(["bot", "create", "--name", "Bench", "--endpoint", endpoint, "--json"]),
) as { bot_id: string };

const server = spawn(process.execPath, [meetbot, "serve", "--port", "0"], {
  env,
  stdio: ["ignore", "ignore", "pipe"],
});
const url = await readyUrl(server);
try {
  await load(2, conversations, 0); // warm-up
  const before = await shares();
  const full = await load(seconds, conversations, 0);
  const after = await shares();
  const half = await load(seconds, conversations, full.perSecond / 2);
  server.kill("SIGTERM");
  await once(server, "exit");
  const limit = await measureStore(dataDir, seconds, conversations);
  report(full, half, limit, before, after);
} finally {
  server.kill("SIGKILL");
  merchant.child.kill();
  await rm(dataDir, { recursive: true, force: true });
}

function report(
  full: LoadResult,
  half: LoadResult,
  limit: number,
  before: Record<string, number>,
  after: Record<string, number>,
): void {
  const rounded = (value: number) => Math.round(value * 10) / 10;
  console.log(`cores ${availableParallelism()}, ${conversations} conversations, ${seconds} s each`);
  console.table({
    "full load": {
      "turns/s": rounded(full.perSecond),
      "p50 ms": rounded(full.p50Ms),
      "p99 ms": rounded(full.p99Ms),
    },
    "half load": {
      "turns/s": rounded(half.perSecond),
      "p50 ms": rounded(half.p50Ms),
      "p99 ms": rounded(half.p99Ms),
    },
    "bare statements": { "turns/s": rounded(limit) },
  });
  console.log(`ratio to the bare statements: ${(full.perSecond / limit).toFixed(2)}`);
  const used = Object.entries(after).map(
    ([who, total]) => [who, total - (before[who] ?? 0)] as const,
  );
  const sum = used.reduce((total, [, share]) => total + share, 0);
  const shares = used.map(([who, share]) => `${who} ${Math.round((100 * share) / sum)} %`);
  console.log(`processor time at full load: ${shares.join(", ")}`);
}

async function load(
  seconds: number,
  conversations: number,
  perSecond: number,
): Promise<LoadResult> {
  const job = run("load.ts", [url, bot.bot_id, seconds, conversations, perSecond].map(String));
  const result = await job.firstLine<LoadResult & { cpu: number }>();
  loadCpu += result.cpu;
  return result;
}

async function shares(): Promise<Record<string, number>> {
  const postmaster = await readFile(join(dataDir, "postgres/cluster/postmaster.pid"), "utf8");
  return {
    Meetbot: await cpuSecondsOf(server.pid ?? 0, false),
    PostgreSQL: await cpuSecondsOf(Number.parseInt(postmaster, 10), true),
    shop: await cpuSecondsOf(merchant.child.pid ?? 0, false),
    load: loadCpu,
  };
}

function run(file: string, args: string[]) {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, ["--conditions=meetbot-source", path, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  return {
    child,
    async firstLine<Line>(): Promise<Line> {
      const [line] = await once(lines, "line");
      return JSON.parse(String(line)) as Line;
    },
  };
}

async function output(args: string[]): Promise<string> {
  const child = spawn(process.execPath, [meetbot, ...args], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  for await (const chunk of child.stdout) text += chunk;
  return text;
}

async function readyUrl(server: ChildProcess): Promise<string> {
  if (!server.stderr) throw new Error("The server has no log.");
  for await (const line of createInterface({ input: server.stderr })) {
    const { url, msg } = JSON.parse(line) as { url?: string; msg?: string };
    if (url && msg === "ready") {
      server.stderr.resume();
      return url;
    }
  }
  throw new Error("The server did not start.");
}
