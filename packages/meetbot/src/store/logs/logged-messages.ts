import type { Kysely } from "kysely";
import type { ConversationRef } from "../../model/conversation/conversation-ref.ts";
import type { EventContent } from "../../model/conversation/inbound-event.ts";
import type { OutboundReply } from "../../model/conversation/reply.ts";
import type { LoggedMessage } from "../../model/log/conversation-log.ts";
import type { Tables } from "../postgres/tables.ts";
import type { ConversationKeys } from "../sealing/conversation-keys.ts";
import { saidBy } from "../sealing/said-by.ts";
import { openJson } from "../sealing/sealed-json.ts";

/** The transcript as the log shows it: with times, what was overwritten, and what customers think of answers. */
export async function loggedMessages(
  db: Kysely<Tables>,
  keys: ConversationKeys,
  ref: ConversationRef,
  seq: number,
  limit: number,
): Promise<LoggedMessage[]> {
  const rows = await db
    .selectFrom("messages")
    .innerJoin("conversations", (join) =>
      join
        .onRef("conversations.botId", "=", "messages.botId")
        .onRef("conversations.conversationId", "=", "messages.conversationId"),
    )
    .leftJoin("feedback", (join) =>
      join
        .onRef("feedback.botId", "=", "messages.botId")
        .onRef("feedback.conversationId", "=", "messages.conversationId")
        .onRef("feedback.seq", "=", "messages.seq"),
    )
    .leftJoin("modelCalls", (join) =>
      join
        .onRef("modelCalls.botId", "=", "messages.botId")
        .onRef("modelCalls.conversationId", "=", "messages.conversationId")
        .onRef("modelCalls.seq", "=", "messages.seq"),
    )
    .select([
      "messages.seq",
      "call as modelCall",
      "dedupeKey",
      "body",
      "messages.at",
      "feedback.value as feedback",
      "status",
      "redactedAt",
      "handledSeq",
      "keyId",
      "sealedKey",
    ])
    .where("messages.botId", "=", ref.botId)
    .where("messages.conversationId", "=", ref.conversationId)
    .where("messages.seq", ">", seq)
    .orderBy("messages.seq")
    .limit(limit)
    .execute();
  return rows.map(
    ({
      seq,
      dedupeKey,
      body,
      at,
      status,
      redactedAt,
      feedback,
      modelCall,
      handledSeq,
      ...stored
    }) => {
      const key = keys.from(ref, stored);
      const facts = { seq, at, redactedAt, sending: status, feedback, modelCall };
      if (dedupeKey === null) {
        const reply = openJson<OutboundReply>(key, ref, "out", body);
        return { ...facts, waits: false, ...saidBy(reply) };
      }
      const content = openJson<EventContent>(key, ref, "in", body);
      const event = { dedupeKey, content };
      return { ...facts, waits: seq > handledSeq, from: "customer", event };
    },
  );
}
