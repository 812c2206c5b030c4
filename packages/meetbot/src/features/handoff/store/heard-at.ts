import { type DeskPlace, ownDesk, type ReportedHolder } from "@meetbot/model/bridge/bridge.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { type Kysely, sql } from "kysely";
import { isStorable } from "../../../platform/postgres/is-storable.ts";
import type { Tables } from "../../../platform/postgres/tables.ts";

/** A conversation that a desk speaks of. */
export interface HeardConversation extends ConversationRef {
  /** Who answers, as the desk received it last. */
  toldHolder: ReportedHolder | null;
  isOpen: boolean;
  /** Whether an agent in the help desk holds the conversation. */
  isHeldThere: boolean;
  /** The last close event received from the desk. */
  heardClose: string | null;
}

/** Finds the conversations that help desk events belong to, and stores their effects. */
export function createHeardAt(db: Kysely<Tables>) {
  const own = ({ botId, conversationId }: ConversationRef) =>
    db
      .updateTable("bridgeConversations")
      .where("botId", "=", botId)
      .where("conversationId", "=", conversationId);
  return {
    /** Returns the bot's only conversation at this place; `null` if there is none or more than one. */
    async find(botId: string, place: DeskPlace): Promise<HeardConversation | null> {
      const ids = Object.entries(place).flat();
      if (ids.length === 0 || ![botId, ...ids].every(isStorable)) return null;
      const found = await db
        .selectFrom("bridgeConversations")
        .innerJoin("conversations", (join) =>
          join
            .onRef("conversations.botId", "=", "bridgeConversations.botId")
            .onRef("conversations.conversationId", "=", "bridgeConversations.conversationId"),
        )
        .select(["bridgeConversations.botId", "bridgeConversations.conversationId"])
        .select(["toldHolder", "isOpen", "heardClose"])
        .select(sql<boolean>`coalesce(held_by = ${ownDesk.id}, false)`.as("isHeldThere"))
        .where("bridgeConversations.botId", "=", botId)
        .where(sql<boolean>`place @> ${JSON.stringify(place)}::jsonb`)
        .limit(2)
        .execute();
      return found.length === 1 && found[0] ? found[0] : null;
    },
    /** Records a closing once. Returns false if it is already recorded. */
    async recordClose(ref: ConversationRef, id: string): Promise<boolean> {
      const { numUpdatedRows } = await own(ref)
        .set({ heardClose: id })
        .where("heardClose", "is distinct from", id)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    /** Queues a note for the desk, beside the messages. */
    async oweNote(ref: ConversationRef, note: string): Promise<void> {
      const due = { dueAt: sql<Date>`now()`, stirs: sql<number>`stirs + 1` };
      await own(ref)
        .set({ owesNote: note, ...due })
        .execute();
    },
  };
}

export type HeardAt = ReturnType<typeof createHeardAt>;
