import { type DeskPlace, ownDesk, type ToldHolder } from "@meetbot/model/bridge/bridge.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { type Kysely, sql } from "kysely";
import { isStorable } from "../../../platform/postgres/is-storable.ts";
import type { Tables } from "../../../platform/postgres/tables.ts";

/** A conversation that a desk speaks of. */
export interface HeardConversation extends ConversationRef {
  /** Who answers, as the desk received it last. */
  toldHolder: ToldHolder | null;
  isOpen: boolean;
  /** Somebody in the desk has it. */
  isHeldThere: boolean;
  /** The last closing that came from there. */
  heardClose: string | null;
}

/** What comes from desks, and which conversations it is about. */
export function createHeardAt(db: Kysely<Tables>) {
  const own = ({ botId, conversationId }: ConversationRef) =>
    db
      .updateTable("bridgeConversations")
      .where("botId", "=", botId)
      .where("conversationId", "=", conversationId);
  return {
    /** The one conversation of a bot that lies at this place; `null`: none, or nobody knows which. */
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
    /** The same closing comes once. False: it came already. */
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
