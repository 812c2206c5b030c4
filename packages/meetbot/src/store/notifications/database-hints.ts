import { randomUUID } from "node:crypto";
import type { ClientConfig, Pool } from "pg";
import type { ConversationRef } from "../../model/conversation/conversation-ref.ts";
import { inTime } from "../postgres/statement-time.ts";
import type { StoreLog } from "../postgres/store-log.ts";
import { sealContext } from "../sealing/seal-context.ts";
import { HintListener, hintChannel } from "./hint-listener.ts";
import { type Hint, packHints, unpackHints } from "./hint-payloads.ts";

/** Hints of this long travel as one: a commit that notifies excludes all others that do. */
const gatherMs = 5;

/** Hints among the nodes of one database. A node hears its own at once, and from nobody twice. */
export class DatabaseHints {
  readonly #pool: Pool;
  readonly #log: StoreLog;
  readonly #listener: HintListener;
  /** Tells this node's own notifications from those of others. */
  readonly #node = randomUUID();
  readonly #onHints = new Set<(ref: ConversationRef, writer?: string) => void>();
  #gathered = new Map<string, Hint>();
  #timer: NodeJS.Timeout | null = null;

  constructor(pool: Pool, connection: ClientConfig, log: StoreLog) {
    this.#pool = pool;
    this.#log = log;
    this.#listener = new HintListener(connection, (payload) => this.#receive(payload), log);
  }

  /**
   * Tells all nodes, this one included, soon; many hints travel as one. `writer`: a person of the shop, known
   * to the customer by that name, writes there at this moment.
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

  /** Resolves once hints of other nodes are heard. */
  async start(): Promise<void> {
    await this.#listener.start();
  }

  async stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    await this.#listener.stop();
  }

  #tell({ ref, writer }: Hint): void {
    for (const onHint of this.#onHints) onHint(ref, writer);
  }

  #receive(payload: string): void {
    const { node, hints } = unpackHints(payload);
    if (node === this.#node) return;
    for (const hint of hints) this.#tell(hint);
  }

  async #send(): Promise<void> {
    const payloads = packHints(this.#node, this.#gathered.values());
    this.#gathered = new Map();
    this.#timer = null;
    try {
      await this.#pool.query({
        ...inTime,
        name: "notify",
        // A hint that a crash of the server loses is no loss: its commit need not reach the disk.
        text: `
          select pg_notify($1, payload), set_config('synchronous_commit', 'off', true)
          from unnest($2::text[]) as payload`,
        values: [hintChannel, payloads],
      });
    } catch (error) {
      this.#log.warn(
        { reason: String(error) },
        "Hints were not sent; other nodes wait for the poll",
      );
    }
  }
}

/** "Something changed there": a hint across nodes, never the truth. */
export type Hints = Pick<DatabaseHints, "give" | "listen">;
