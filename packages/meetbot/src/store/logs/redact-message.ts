import type { KeyObject } from "node:crypto";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import { sql } from "kysely";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";
import { openJson, sealJson } from "../../platform/sealing/sealed-json.ts";
import { recordChange } from "../bots/audit.ts";
import { type BotStoreDeps, withLockedBot } from "../bots/locked-bot.ts";

/** Replaces the text of an overwritten message, in every language. */
export const redactedText = "•••";

/** Overwrites a message once its turn is settled: no turn may read the mark as the message. */
export async function redactMessage(
  deps: BotStoreDeps & { keys: ConversationKeys },
  ref: ConversationRef,
  seq: number,
): Promise<"redacted" | "waits" | "not_found"> {
  const key = await deps.keys.of(ref);
  if (key === null) return "not_found";
  const outcome = await withLockedBot(deps, ref.botId, async (bot) => {
    const ofMessage = bot.db
      .selectFrom("messages")
      .innerJoin("conversations", (join) =>
        join
          .onRef("conversations.botId", "=", "messages.botId")
          .onRef("conversations.conversationId", "=", "messages.conversationId"),
      )
      .where("messages.botId", "=", ref.botId)
      .where("messages.conversationId", "=", ref.conversationId)
      .where("seq", "=", seq);
    const message = await ofMessage
      .select(["direction", "locale", "redactedAt", "dedupeKey", "body"])
      .select(sql<boolean>`direction = 'in' and seq > handled_seq`.as("waits"))
      .executeTakeFirst();
    // The opening of a chat has no text to overwrite.
    if (!message || message.dedupeKey === "start") return "not_found";
    if (message.waits) return "waits";
    if (message.redactedAt) return "redacted";
    const body = redactedBody(key, ref, message);
    await bot.db
      .updateTable("messages")
      .set({ body, redactedAt: sql<Date>`now()` })
      .where("botId", "=", ref.botId)
      .where("conversationId", "=", ref.conversationId)
      .where("seq", "=", seq)
      .execute();
    // The utterance still counts, but is no longer compared with others.
    await bot.db
      .updateTable("unanswered")
      .set({ likeness: Buffer.alloc(0) })
      .where("botId", "=", ref.botId)
      .where("conversationId", "=", ref.conversationId)
      .where("seq", "=", seq)
      .execute();
    await bot.db
      .deleteFrom("modelCalls")
      .where("botId", "=", ref.botId)
      .where("conversationId", "=", ref.conversationId)
      .where("seq", "=", seq)
      .execute();
    for (const table of ["pictures", "pictureFetches"] as const) {
      await bot.db
        .deleteFrom(table)
        .where("botId", "=", ref.botId)
        .where("conversationId", "=", ref.conversationId)
        .where("dedupeKey", "=", message.dedupeKey ?? "")
        .execute();
    }
    const detail = { conversation: ref.conversationId, message: seq };
    await recordChange(bot, "message_redacted", detail);
    return "redacted";
  });
  return outcome ?? "not_found";
}

/** The redacted message still shows its author. */
function redactedBody(
  key: KeyObject,
  ref: ConversationRef,
  message: { direction: "in" | "out"; locale: string | null; body: Buffer },
): Buffer {
  const mark = { kind: "text", text: redactedText };
  if (message.direction === "in") return sealJson(key, ref, "in", mark);
  const said = openJson<OutboundReply>(key, ref, "out", message.body);
  const typed = said.kind === "text" && said.person && { person: said.person };
  return sealJson(key, ref, "out", { ...mark, locale: message.locale ?? "en", ...typed });
}
