import { randomUUID } from "node:crypto";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Pool } from "pg";
import { inTime } from "../postgres/statement-time.ts";
import type { StoreLog } from "../postgres/store-log.ts";
import { sealContext } from "../sealing/seal-context.ts";
import { HintListener, hintChannel, type ListenerConnection } from "./hint-listener.ts";
import { type Hint, packHints, unpackHints } from "./hint-payloads.ts";

/** Hints of this long travel as one: a commit that notifies excludes all others that do. */
const gatherMs = 5;

/** A node that receives signals has received its own by then, even on a busy machine. */
const hearsWithinMs = 2_000;

/** Change signals among the nodes of one database. A node receives its own at once, and each signal only once. */
export class DatabaseHints {
  readonly #pool: Pool;
  readonly #log: StoreLog;
  readonly #listener: HintListener;
  /** Distinguishes this node's own notifications from those of others. */
  readonly #node = randomUUID();
  readonly #onHints = new Set<(ref: ConversationRef, writer?: string) => void>();
  #gathered = new Map<string, Hint>();
  #timer: NodeJS.Timeout | null = null;
  #checked: Promise<boolean> = Promise.resolve(false);
  /** `null` while unknown. */
  #isHeard: boolean | null = null;
  #onOwn = () => {};

  constructor(pool: Pool, connection: ListenerConnection, log: StoreLog) {
    this.#pool = pool;
    this.#log = log;
    const told = {
      onPayload: (payload: string) => this.#receive(payload),
      onListening: () => {
        this.#checked = this.#check();
      },
    };
    this.#listener = new HintListener(connection, told, log);
  }

  /** Whether this node receives signals: behind a pooler it may listen in vain. Waits for the check. */
  hears(): Promise<boolean> {
    return this.#checked;
  }

  /** Returns the result of that check, or null until it is known. */
  isHeard(): boolean | null {
    return this.#isHeard;
  }

  /**
   * Notifies all nodes soon, this one included; many hints are sent as one. `writer`: the name, as the customer sees
   * it, of the agent who is typing in the conversation.
   */
  give(ref: ConversationRef, writer?: string): void {
    queueMicrotask(() => this.#tell({ ref, writer }));
    const place = sealContext(ref.botId, ref.conversationId);
    this.#gathered.set(place, { ref, writer: writer ?? this.#gathered.get(place)?.writer });
    this.#timer ??= setTimeout(() => void this.#send(), gatherMs);
  }

  /** Returns how to stop listening. */
  listen(onHint: (ref: ConversationRef, writer?: string) => void): () => void {
    this.#onHints.add(onHint);
    return () => void this.#onHints.delete(onHint);
  }

  /** Resolves once this node receives the hints of other nodes. */
  async start(): Promise<void> {
    await this.#listener.start();
  }

  /** Sends the last gathered signals, so that customers of a stopping node get their answers from another one. */
  async stop(): Promise<void> {
    if (this.#timer) {
      clearTimeout(this.#timer);
      await this.#send();
    }
    this.#onOwn();
    await this.#checked;
    await this.#listener.stop();
  }

  #tell({ ref, writer }: Hint): void {
    for (const onHint of this.#onHints) onHint(ref, writer);
  }

  #receive(payload: string): void {
    const { node, hints } = unpackHints(payload);
    if (node === this.#node) this.#onOwn();
    else for (const hint of hints) this.#tell(hint);
  }

  async #send(): Promise<void> {
    const payloads = packHints(this.#node, this.#gathered.values());
    this.#gathered = new Map();
    this.#timer = null;
    try {
      await this.#notify(payloads);
    } catch (error) {
      this.#log.warn(
        { reason: String(error) },
        "Hints were not sent; other nodes wait for the poll",
      );
    }
  }

  async #notify(payloads: string[]): Promise<void> {
    await this.#pool.query({
      ...inTime,
      name: "notify",
      // A hint that a crash of the server loses is no loss: its commit need not reach the disk.
      text: `
        select pg_notify($1, payload), set_config('synchronous_commit', 'off', true)
        from unnest($2::text[]) as payload`,
      values: [hintChannel, payloads],
    });
  }

  /** Sends a notification to this node itself, the same way as change signals. */
  async #check(): Promise<boolean> {
    const heard = Promise.withResolvers<boolean>();
    this.#onOwn = () => heard.resolve(true);
    const late = setTimeout(() => heard.resolve(false), hearsWithinMs);
    try {
      await this.#notify(packHints(this.#node, []));
      this.#isHeard = await heard.promise;
    } catch {
      // The database is away; the code that reconnects checks again.
      return false;
    } finally {
      clearTimeout(late);
    }
    if (!this.#isHeard) this.#log.warn({ reason: "pooled" }, deafness);
    return this.#isHeard;
  }
}

/** The warning for an operator whose nodes do not hear each other. */
const deafness =
  "This node does not hear what other nodes tell through the database, because a pooler stands between them that gives each transaction another session: it asks every few seconds instead. Set MEETBOT_DATABASE_LISTEN_URL to the PostgreSQL server itself.";

/** "Something changed there": a hint across nodes, never the truth. */
export type Hints = Pick<DatabaseHints, "give" | "listen" | "hears" | "isHeard">;
