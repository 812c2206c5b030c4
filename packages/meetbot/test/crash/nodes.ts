import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import type { Machine, Running } from "../fixtures/machine.ts";
import type { Random } from "../fixtures/random.ts";
import { type Span, spanOf } from "./outcomes.ts";

/** A node needs longer only where something is wrong; a database that recovers is waited for. */
const startAgainAfterMs = 200;

type Environment = Record<string, string>;

/** Nodes of `meetbot serve` on one database, each of which comes back whenever it has ended. */
export interface Nodes {
  /** Where one of those that run listens, at random, as behind a balancer; waits while none does. */
  url(): Promise<string>;
  /** Ends one with `kill -9`; returns when. */
  kill(): Promise<Span>;
  /** Starts one beside them and ends it with `kill -9` so soon after. */
  startInVain(afterMs: number): Promise<void>;
  /** Ends one with SIGTERM; returns its exit code, and what it printed last. */
  stop(): Promise<{ code: number | null; printed: string }>;
  /** Lets one stand still (SIGSTOP) for so long; returns when. */
  freeze(ms: number): Promise<Span>;
  /** Resolves when so many run that one may be taken away: from then on, at any moment. */
  spare(): Promise<void>;
  /** Resolves when all of them run; throws where one ended that nobody had ended. */
  allUp(): Promise<void>;
  /** From now on nobody is started again, and nobody is led anywhere. */
  end(): void;
}

export async function startNodes(
  machine: Machine,
  env: Environment,
  { count, random }: { count: number; random: Random },
): Promise<Nodes> {
  const up = new Set<Running>();
  const faults: string[] = [];
  let isOver = false;
  let changed = Promise.withResolvers<void>();

  async function start(): Promise<void> {
    for (; !isOver; await delay(startAgainAfterMs)) {
      // Where the database is away for a moment, a node ends and its supervisor starts it again.
      const node = await machine.start(["serve", "--port", "0"], env).catch(() => null);
      if (!node) continue;
      up.add(node);
      void node.ended.then((code) => {
        if (up.has(node) && !isOver) faults.push(`ended by itself, with ${code}: ${lastOf(node)}`);
      });
      changed.resolve();
      changed = Promise.withResolvers();
      return;
    }
  }

  /** One of those that run, as soon as there are so many. */
  const one = async (of = 1): Promise<Running> => {
    while (up.size < of) await changed.promise;
    return [...up][random.below(up.size)]!;
  };

  /** Takes one of two or more away, and has it started again once it has ended. */
  async function end<Result>(how: (node: Running) => Promise<Result>): Promise<Result> {
    const node = await one(2);
    up.delete(node);
    const result = await how(node);
    void start();
    return result;
  }

  await Promise.all(Array.from({ length: count }, start));
  return {
    async url() {
      if (isOver) throw new Error("There are no nodes any more.");
      return (await one()).url;
    },
    kill: () => end((node) => spanOf(node.kill())),
    async startInVain(afterMs) {
      const child = machine.launch(["serve", "--port", "0"], env);
      await delay(afterMs);
      child.kill("SIGKILL");
    },
    stop: () => end(async (node) => ({ code: await node.stop(), printed: lastOf(node) })),
    async freeze(ms) {
      const node = await one();
      node.signal("SIGSTOP");
      const frozen = await spanOf(delay(ms));
      node.signal("SIGCONT");
      return frozen;
    },
    async spare() {
      await one(2);
    },
    async allUp() {
      while (up.size < count) await changed.promise;
      assert.deepEqual(faults, []);
    },
    end() {
      isOver = true;
    },
  };
}

/** What a node printed last. */
function lastOf({ printed: { stdout, stderr } }: Running): string {
  return `${stdout.slice(-500)}${stderr.slice(-2_000)}`;
}
