import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import type { JudgedBy } from "@meetbot/model/push/notification.ts";
import type { PoolClient } from "pg";
import { inTransaction } from "../../../platform/postgres/in-transaction.ts";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import { newsLookup } from "../../../platform/sealing/news-lookup.ts";
import { enqueue } from "../../../store/mailbox/enqueue.ts";
import type { NotificationLease } from "./claim-notification.ts";
import { judgeStatement, type StatementVerdict } from "./judge-statement.ts";
import type { PushStoreDeps } from "./push-deps.ts";

/** The current state of an order or a parcel. */
export interface NewsToTell {
  of: "order" | "package";
  /** The order's or the package's own number. */
  number: string;
  /** One of our own words. */
  status: string;
  facts: JudgedBy;
  /** The source of the status: the push, the shop's answer, which is further than the push, or both. */
  source: "push" | "shop" | "both";
  occurredAt: Date;
  /** Returns the conversation's event, once the status is news; `null` when it is sent another way. */
  event: ((status: string) => EventContent) | null;
}

/**
 * The verdict. `lost`: somebody else has the lease by now. `elsewhere`: another app of the platform answers there at
 * the moment, and nothing changes. `status`: as it is sent. `thread`: HMAC of the subject.
 */
export type Judged =
  | { verdict: StatementVerdict; status: string; thread: string }
  | { verdict: "lost" | "elsewhere" };

const lockStatement = {
  name: "push-lock",
  ...inTime,
  text: "select from conversations where bot_id = $1 and conversation_id = $2 for no key update",
};

const endStatement = {
  name: "push-judged",
  ...inTime,
  text: `
    update notifications
    set state = $5, because = $6, way = $7, status = $8, at = now(),
      due_at = case when $9 then due_at end
    where bot_id = $1 and push_id = $2 and conversation_id = $3 and fence = $4
      and due_at is not null`,
};

const reasons: Record<Exclude<StatementVerdict, "told">, string> = {
  noted: "silent",
  repeated: "repeated",
  stale: "stale",
  unsubscribed: "unsubscribed",
};

/** Returns the key that lets a push reach a conversation only once. */
export const newsKey = ({ pushId }: Pick<NotificationLease, "pushId">) => `news:${pushId}`;

/**
 * Checks and sends a status in one transaction: the conversation's known status advances where the update is sent, and
 * the update is sent where that advances. Turns lock the same row first.
 */
export function sendInOrder(
  deps: PushStoreDeps,
  lease: NotificationLease,
  news: NewsToTell,
): Promise<Judged> {
  const { botId, pushId, conversationId, fence } = lease;
  return inTransaction(deps.pool, async (client): Promise<Judged> => {
    await client.query({ ...lockStatement, values: [botId, conversationId] });
    const judged = await judge(client, deps, lease, news);
    const isTold = judged.verdict === "told";
    const inChat = isTold && news.event !== null;
    const state = !isTold ? "skipped" : "queued";
    const because = judged.verdict === "told" ? null : reasons[judged.verdict];
    const { rowCount } = await client.query({
      ...endStatement,
      values: [
        ...[botId, pushId, conversationId, fence, state, because, inChat ? "chat" : null],
        // An update that another way will send stays claimed.
        ...[judged.status, isTold && !inChat],
      ],
    });
    if (rowCount === 0) throw new UndoneError("lost");
    if (isTold && news.event) {
      const content = news.event(judged.status);
      const dedupeKey = newsKey(lease);
      const admission = await enqueue(client, deps.keys, lease, { dedupeKey, content });
      if (admission === "unknown_conversation") throw new UndoneError("elsewhere");
    }
    return judged;
  }).catch((error: unknown) => {
    if (error instanceof UndoneError) return { verdict: error.why };
    throw error;
  });
}

/** Rolls back the transaction that decided on the update. */
class UndoneError extends Error {
  override name = "UndoneError";
  readonly why: "lost" | "elsewhere";

  constructor(why: "lost" | "elsewhere") {
    super(why);
    this.why = why;
  }
}

async function judge(
  client: PoolClient,
  deps: PushStoreDeps,
  { botId, pushId, conversationId, subscription }: NotificationLease,
  news: NewsToTell,
): Promise<Exclude<Judged, { verdict: "lost" | "elsewhere" }>> {
  const { kind, rank, told } = news.facts;
  const subject = newsLookup((await deps.lookups.of(botId))("number"), news);
  const { rows } = await client.query<{ verdict: StatementVerdict; status: string }>({
    ...judgeStatement,
    ...inTime,
    values: [
      ...[botId, conversationId, subject, news.status, kind, rank, told],
      ...[news.occurredAt, subscription.id, pushId, news.source],
    ],
  });
  return { ...rows[0]!, thread: subject.toString("hex") };
}
