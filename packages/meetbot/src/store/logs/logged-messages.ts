import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import type { Picture } from "@meetbot/model/conversation/picture.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import type { LoggedMessage } from "@meetbot/model/log/conversation-log.ts";
import type { MessageFailure } from "@meetbot/model/outbound-message.ts";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";
import { saidBy } from "../../platform/sealing/said-by.ts";
import { openJson } from "../../platform/sealing/sealed-json.ts";

/** Why sending a message was given up. */
const failureOf = sql<MessageFailure["class"] | null>`
  case when messages.status = 'failed' then (
    select class from outbound_failures as failure
    where failure.bot_id = messages.bot_id and failure.conversation_id = messages.conversation_id
      and failure.seq = messages.seq
  ) end`;

/** Returns the transcript for the log: with times, overwritten messages, and the customers' ratings of answers. */
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
      failureOf.as("failure"),
    ])
    .where("messages.botId", "=", ref.botId)
    .where("messages.conversationId", "=", ref.conversationId)
    .where("messages.seq", ">", seq)
    .orderBy("messages.seq")
    .limit(limit)
    .execute();
  const pictures = await picturesOf(db, ref, rows);
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
      failure,
      ...stored
    }) => {
      const key = keys.from(ref, stored);
      const told = {
        seq,
        at,
        redactedAt,
        sending: status,
        feedback,
        modelCall,
        ...(failure && { failure }),
      };
      const facts = { ...told, pictures: pictures.get(dedupeKey ?? "") ?? [] };
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

/** Returns the pictures stored with these messages, by the messages' dedupe keys. */
async function picturesOf(
  db: Kysely<Tables>,
  { botId, conversationId }: ConversationRef,
  rows: readonly { dedupeKey: string | null }[],
): Promise<Map<string, Picture[]>> {
  const keys = rows.flatMap(({ dedupeKey }) => dedupeKey ?? []);
  if (keys.length === 0) return new Map();
  const found = await db
    .selectFrom("pictures")
    .select(["dedupeKey", "pictureId as id", "type", "width", "height", "bytes", "isScanned"])
    .where("botId", "=", botId)
    .where("conversationId", "=", conversationId)
    .where("dedupeKey", "in", keys)
    .orderBy("place")
    .execute();
  const byMessage = Map.groupBy(found, ({ dedupeKey }) => dedupeKey);
  const withoutKey = (all: typeof found) => all.map(({ dedupeKey: _, ...picture }) => picture);
  return new Map(Array.from(byMessage, ([key, all]) => [key, withoutKey(all)]));
}
