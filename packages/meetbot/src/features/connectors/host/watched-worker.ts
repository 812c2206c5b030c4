import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { EndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { ConnectorHostError } from "./connector-error.ts";
import { type CrashLimits, createCrashPauses } from "./crash-pauses.ts";
import type { FromWorker, Order, VetTarget, VetVerdict } from "./messages.ts";
import { hold, letGo, startWorker, tell } from "./start-worker.ts";

/** The limits of a worker; tests shorten them. */
export interface WorkerLimits extends CrashLimits {
  memoryMb: number;
  /** A worker that does not respond for this long is in an endless loop. */
  stuckMs: number;
  /** Until it is loaded. */
  startMs: number;
}

export const workerLimits: WorkerLimits = {
  memoryMb: 256,
  stuckMs: 3_000,
  startMs: 20_000,
  pauseMs: 250,
  maxPauseMs: 10_000,
  quietMs: 60_000,
};

/** Beyond this many waiting orders, no answer would arrive in time. */
const maxOrders = 500;
const lookEveryMs = 250;

export interface WatchedWorkerDeps {
  guard: Pick<EndpointGuard, "vet">;
  /** The program that it runs; the connectors that there are by default. */
  program?: URL | undefined;
  limits?: Partial<WorkerLimits> | undefined;
  /** Called when the worker ends unexpectedly: by a signal, or with an exit code. */
  onCrash(reason: string): void;
}

type Reply = Exclude<FromWorker, { kind: "ready" | "pong" | "vet" }>;

/** The one worker of a node: started for the first order, and restarted after a crash. */
export interface WatchedWorker {
  /** Rejects with a {@link ConnectorHostError} if the worker exits meanwhile, or with the reason of `signal`. */
  send(order: Order, signal: AbortSignal): Promise<Reply>;
  close(): Promise<void>;
}

interface Waiting {
  whose: string;
  settle(reply: Reply): void;
  fail(error: unknown): void;
}

interface Running {
  worker: ChildProcess;
  startedAt: number;
  isReady: boolean;
  /** When the worker was sent a ping that it has not answered yet. */
  pingedAt: number | null;
}

export function createWatchedWorker(deps: WatchedWorkerDeps): WatchedWorker {
  const limits = { ...workerLimits, ...deps.limits };
  const waiting = new Map<number, Waiting>();
  let running: Running | null = null;
  let watch: NodeJS.Timeout | null = null;
  const pauses = createCrashPauses(limits);
  let nextId = 0;
  let isClosed = false;

  function start(whose: string): Running {
    const worker = launch(whose);
    const started: Running = {
      ...{ worker, startedAt: performance.now(), isReady: false },
      pingedAt: null,
    };
    worker.on("message", (message: FromWorker) => hear(started, message));
    worker.on("exit", (code, signal) => end(started, signal ?? `exit code ${code}`));
    worker.on("error", (error) => {
      if (worker.pid === undefined) end(started, codeOf(error));
    });
    running = started;
    return started;
  }

  /** Node throws some errors about scarce resources, such as memory, and reports the others by an event. */
  function launch(whose: string): ChildProcess {
    try {
      return startWorker(limits.memoryMb, deps.program);
    } catch (error) {
      pauses.recordCrash([whose]);
      deps.onCrash(codeOf(error as Error));
      throw new ConnectorHostError("MEETBOT_CONNECTOR_ENDED");
    }
  }

  function hear(from: Running, message: FromWorker): void {
    if (message.kind === "ready") from.isReady = true;
    else if (message.kind === "pong") from.pingedAt = null;
    else if (message.kind === "vet") void vet(from, message.id, message.target);
    else waiting.get(message.id)?.settle(message);
  }

  async function vet(from: Running, id: number, target: VetTarget): Promise<void> {
    const verdict = await judge(target);
    tell(from.worker, { kind: "vetted", id, verdict });
  }

  async function judge(target: VetTarget): Promise<VetVerdict> {
    try {
      const vetted = await deps.guard.vet(target);
      return vetted.allowed
        ? { kind: "allowed", reason: vetted.reason, addresses: vetted.addresses }
        : { kind: "refused", reason: vetted.reason };
    } catch (error) {
      const { code } = error as { code?: unknown };
      return { kind: "failed", code: typeof code === "string" ? code : "EAI_AGAIN" };
    }
  }

  function end(ended: Running, reason: string): void {
    if (running !== ended) return;
    running = null;
    if (!isClosed) {
      pauses.recordCrash(new Set([...waiting.values()].map(({ whose }) => whose)));
      deps.onCrash(reason);
    }
    for (const one of waiting.values()) one.fail(new ConnectorHostError("MEETBOT_CONNECTOR_ENDED"));
  }

  /** Kills a worker that has stopped processing its messages. */
  function look(): void {
    if (!running) return;
    const now = performance.now();
    const { worker, startedAt, isReady, pingedAt } = running;
    const isStuck = isReady
      ? pingedAt !== null && now - pingedAt > limits.stuckMs
      : now - startedAt > limits.startMs;
    if (isStuck) worker.kill("SIGKILL");
    else if (isReady && pingedAt === null) {
      running.pingedAt = now;
      tell(worker, { kind: "ping" });
    }
  }

  function recordWaiting(): void {
    if (waiting.size > 0) {
      hold(running?.worker);
      watch ??= setInterval(look, lookEveryMs);
      return;
    }
    if (watch) clearInterval(watch);
    watch = null;
    if (running) running.pingedAt = null;
    letGo(running?.worker);
  }

  return {
    async send(order, signal) {
      signal.throwIfAborted();
      if (isClosed) throw new ConnectorHostError("MEETBOT_CONNECTOR_ENDED");
      if (waiting.size >= maxOrders) throw new ConnectorHostError("MEETBOT_CONNECTOR_BUSY");
      const whose = whoseIs(order);
      if (pauses.isPaused(whose)) throw new ConnectorHostError("MEETBOT_CONNECTOR_PAUSED");
      const { worker } = running ?? start(whose);
      const id = nextId++;
      const abort = () => {
        tell(worker, { kind: "drop", id });
        waiting.get(id)?.fail(signal.reason);
      };
      try {
        return await new Promise<Reply>((settle, fail) => {
          waiting.set(id, { whose, settle, fail });
          recordWaiting();
          signal.addEventListener("abort", abort);
          tell(worker, { kind: "order", id, order });
        });
      } finally {
        signal.removeEventListener("abort", abort);
        waiting.delete(id);
        recordWaiting();
      }
    },
    async close() {
      isClosed = true;
      const worker = running?.worker;
      // A worker that could not be started emits no further event.
      if (worker?.pid === undefined) return;
      hold(worker);
      const ended = once(worker, "exit");
      worker.kill("SIGKILL");
      await ended;
    },
  };
}

/** Returns the bot that queries, or for a check the connector under test. */
const whoseIs = (order: Order): string =>
  order.kind === "ask" ? order.botId : `check ${order.name}`;

const codeOf = (error: Error & { code?: string }): string => error.code ?? error.name;
