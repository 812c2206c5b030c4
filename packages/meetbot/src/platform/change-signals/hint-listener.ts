import { setTimeout as delay } from "node:timers/promises";
import type { Client, ClientConfig } from "pg";
import { isPooled } from "../postgres/pooler.ts";
import { inTime } from "../postgres/statement-time.ts";
import type { StoreLog } from "../postgres/store-log.ts";

/** The one channel all hints travel on. */
export const hintChannel = "meetbot_hints";
/** Waits before connecting again, doubling: short for a restart, longer for an outage. */
const firstRetryMs = 100;
const maxRetryMs = 5_000;
/** A connection that only listens does not notice by itself that the other end is gone. */
const checkEveryMs = 30_000;

/** How to connect to the database that delivers change signals. */
export interface ListenerConnection {
  clients: typeof Client;
  config: ClientConfig;
  /** The name under which PostgreSQL's other clients see the connection, if it has its own session. */
  name: string;
}

/** A separate connection that listens for hints and reconnects whenever it is lost. */
export class HintListener {
  readonly #connection: ListenerConnection;
  readonly #onPayload: (payload: string) => void;
  readonly #onListening: () => void;
  readonly #log: StoreLog;
  readonly #stopping = new AbortController();
  #client: Client | null = null;
  #listening: Promise<void> | null = null;

  constructor(
    connection: ListenerConnection,
    told: { onPayload(payload: string): void; onListening(): void },
    log: StoreLog,
  ) {
    this.#connection = connection;
    this.#onPayload = told.onPayload;
    this.#onListening = told.onListening;
    this.#log = log;
  }

  /** Resolves once the connection listens. Hints sent while the connection is down are lost, which is acceptable. */
  async start(): Promise<void> {
    const first = await this.#connect();
    this.#listening = this.#keepListening(first);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#client?.end();
    await this.#listening;
  }

  /** `ended` resolves when the connection is over, for whatever reason. */
  async #connect(): Promise<{ ended: Promise<void> }> {
    const { clients, config, name } = this.#connection;
    const client = new clients(config);
    this.#client = client;
    const ended = new Promise<void>((resolve) => client.once("end", resolve));
    client.on("notification", ({ payload = "" }) => this.#onPayload(payload));
    // An error without a listener would end the process; "end" follows each error.
    client.on("error", () => {});
    try {
      await client.connect();
      if (!(await isPooled(client))) await client.query(`set application_name = '${name}'`);
      await client.query(`listen ${hintChannel}`);
    } catch (error) {
      await client.end();
      throw error;
    }
    this.#onListening();
    const check = setInterval(() => {
      client.query({ ...inTime, text: "select 1" }).catch(() => client.end());
    }, checkEveryMs);
    return { ended: ended.finally(() => clearInterval(check)) };
  }

  async #keepListening(first: { ended: Promise<void> }): Promise<void> {
    await first.ended;
    while (!this.#stopping.signal.aborted) {
      const session = await this.#connectAgain();
      await session?.ended;
    }
  }

  /** Returns null when it was stopped first. */
  async #connectAgain(): Promise<{ ended: Promise<void> } | null> {
    const { signal } = this.#stopping;
    for (let retryMs = firstRetryMs; ; retryMs = Math.min(2 * retryMs, maxRetryMs)) {
      await delay(retryMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) return null;
      try {
        return await this.#connect();
      } catch (error) {
        this.#log.warn(
          { reason: String(error) },
          "Cannot listen for hints; turns wait for the poll",
        );
      }
    }
  }
}
