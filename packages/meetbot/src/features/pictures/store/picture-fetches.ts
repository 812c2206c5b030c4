import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Pool } from "pg";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import type { ConversationKeys } from "../../../platform/sealing/conversation-keys.ts";
import { openJson, sealJson } from "../../../platform/sealing/sealed-json.ts";

/** Longer than one file may take; after this time, another node fetches a dead node's files. */
const leaseS = 60;

/** The files of one message of a customer, which their platform still has. */
export interface WantedPictures {
  dedupeKey: string;
  channel: string;
  /** The platform's names for the attachments, in order. */
  attachments: readonly string[];
}

/** Wanted pictures that one node has claimed. */
export interface PictureFetch extends ConversationRef, WantedPictures {
  /** This one included. */
  tries: number;
}

/** The queue of pictures to fetch, shared by all nodes. */
export interface PictureFetches {
  /** Queues a message's attachments once; does nothing if the conversation is gone. */
  note(ref: ConversationRef, wanted: WantedPictures): Promise<void>;
  /** Claims the fetch that has been due longest, for one minute; `null` if none is due. */
  take(): Promise<PictureFetch | null>;
  /** Extends the claim by another minute. */
  hold(fetch: PictureFetch): Promise<void>;
  /** Releases the fetch because this node ends; any other node may claim it at once. */
  leave(fetch: PictureFetch): Promise<void>;
  /** Ends a fetch that has nothing left to do. */
  end(fetch: PictureFetch): Promise<void>;
}

const noteText = `
  insert into picture_fetches (bot_id, conversation_id, dedupe_key, channel, sealed)
  select bot_id, conversation_id, $3, $4, $5 from conversations
  where bot_id = $1 and conversation_id = $2
  for key share
  on conflict do nothing`;

const takeStatement = {
  name: "picture-fetches-take",
  ...inTime,
  text: `
    with due as materialized (
      select bot_id, conversation_id, dedupe_key from picture_fetches
      where due_at <= now() order by due_at limit 1 for no key update skip locked
    )
    update picture_fetches as own
    set tries = tries + 1, due_at = now() + interval '${leaseS} seconds'
    from due
    where own.bot_id = due.bot_id and own.conversation_id = due.conversation_id
      and own.dedupe_key = due.dedupe_key
    returning own.bot_id as "botId", own.conversation_id as "conversationId",
      own.dedupe_key as "dedupeKey", channel, sealed, tries`,
};

const place = "bot_id = $1 and conversation_id = $2 and dedupe_key = $3";

/** The list in the database. */
export function createPictureFetches(pool: Pool, keys: ConversationKeys): PictureFetches {
  const dueAt = async (fetch: PictureFetch, when: string) => {
    await pool.query(`update picture_fetches set due_at = ${when} where ${place}`, placeOf(fetch));
  };
  return {
    async note(ref, { dedupeKey, channel, attachments }) {
      const key = await keys.of(ref);
      if (key === null) return;
      const sealed = sealJson(key, ref, "attachments", attachments);
      await pool.query(noteText, [ref.botId, ref.conversationId, dedupeKey, channel, sealed]);
    },
    async take() {
      const { rows } = await pool.query<TakenRow>(takeStatement);
      if (!rows[0]) return null;
      const { sealed, ...fetch } = rows[0];
      const key = await keys.of(fetch);
      const attachments = key ? openJson<string[]>(key, fetch, "attachments", sealed) : [];
      return { ...fetch, attachments };
    },
    hold: (fetch) => dueAt(fetch, `now() + interval '${leaseS} seconds'`),
    leave: (fetch) => dueAt(fetch, "now()"),
    async end(fetch) {
      await pool.query(`delete from picture_fetches where ${place}`, placeOf(fetch));
    },
  };
}

type TakenRow = Omit<PictureFetch, "attachments"> & { sealed: Buffer };

const placeOf = ({ botId, conversationId, dedupeKey }: PictureFetch): string[] => [
  botId,
  conversationId,
  dedupeKey,
];
