import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Picture } from "@meetbot/model/conversation/picture.ts";
import type { Pool } from "pg";
import { isStorable } from "../../../platform/postgres/is-storable.ts";
import type { ConversationKeys } from "../../../platform/sealing/conversation-keys.ts";
import { sealContext } from "../../../platform/sealing/seal-context.ts";
import { open, seal } from "../../../secrets/seal.ts";

/** A picture to store, and the customer's message that it came with. */
export interface NewPicture extends Picture {
  dedupeKey: string;
  /** The picture's position among those of the same message. */
  place: number;
  /** How long it was as it was sent. */
  receivedBytes: number;
  body: Uint8Array;
}

/** A picture with its bytes. */
export interface OpenedPicture {
  picture: Picture;
  body: Buffer;
}

/** Stores customers' pictures, encrypted with the key of their conversation. */
export interface PictureStore {
  /** Stores a picture once, unless its conversation is gone or its message was overwritten. */
  keep(ref: ConversationRef, picture: NewPicture): Promise<void>;
  /** Returns the pictures of one message, in order. */
  ofMessage(ref: ConversationRef, dedupeKey: string): Promise<Picture[]>;
  /** How many bytes were sent within the last day, in the conversation and to the bot. */
  receivedToday(ref: ConversationRef): Promise<{ inConversation: number; byBot: number }>;
  /** One with its bytes; `null`: the conversation has none of this name. */
  read(ref: ConversationRef, id: string): Promise<OpenedPicture | null>;
  /**
   * Returns a picture with its bytes only if its message comes after the message `after`: a customer who returned
   * through a mail sees nothing before it.
   */
  readSent(ref: ConversationRef, id: string, after: number): Promise<OpenedPicture | null>;
}

const facts = `picture_id as id, type, width, height, bytes, is_scanned as "isScanned"`;

const keepText = `
  insert into pictures (bot_id, conversation_id, picture_id, dedupe_key, place, type, width, height,
    bytes, received_bytes, is_scanned, body)
  select bot_id, conversation_id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 from conversations
  where bot_id = $1 and conversation_id = $2 and not exists (
    select from messages
    where bot_id = $1 and conversation_id = $2 and dedupe_key = $4 and direction = 'in'
      and redacted_at is not null
  )
  for key share
  on conflict do nothing`;

const ofMessageText = `
  select ${facts} from pictures
  where bot_id = $1 and conversation_id = $2 and dedupe_key = $3 order by place`;

const receivedText = `
  select coalesce(sum(received_bytes), 0)::float8 as "byBot",
    coalesce(sum(received_bytes) filter (where conversation_id = $2), 0)::float8 as "inConversation"
  from pictures where bot_id = $1 and at > now() - interval '1 day'`;

const readText = `
  select ${facts}, body from pictures
  where bot_id = $1 and conversation_id = $2 and picture_id = $3`;

const readSentText = `${readText} and exists (
    select from messages
    where messages.bot_id = $1 and messages.conversation_id = $2 and seq > $4 and redacted_at is null
      and messages.dedupe_key = pictures.dedupe_key and direction = 'in'
  )`;

/** The pictures in the database. */
export function createPictureStore(pool: Pool, keys: ConversationKeys): PictureStore {
  const readBy = async (text: string, ref: ConversationRef, id: string, ...more: number[]) => {
    if (!isStorable(id) || !isStorable(ref.conversationId)) return null;
    const key = await keys.of(ref);
    if (key === null) return null;
    const values = [ref.botId, ref.conversationId, id, ...more];
    const { rows } = await pool.query<Picture & { body: Buffer }>(text, values);
    if (!rows[0]) return null;
    const { body, ...picture } = rows[0];
    return { picture, body: open(key, body, contextOf(ref, id)) };
  };
  return {
    async keep(ref, picture) {
      const key = await keys.of(ref);
      if (key === null) return;
      const { id, dedupeKey, place, type, width, height, bytes, receivedBytes, isScanned } =
        picture;
      const body = seal(key, picture.body, contextOf(ref, id));
      await pool.query(keepText, [
        ...[ref.botId, ref.conversationId, id, dedupeKey, place, type, width, height],
        ...[bytes, receivedBytes, isScanned, body],
      ]);
    },
    async ofMessage({ botId, conversationId }, dedupeKey) {
      const values = [botId, conversationId, dedupeKey];
      return (await pool.query<Picture>(ofMessageText, values)).rows;
    },
    async receivedToday({ botId, conversationId }) {
      const values = [botId, conversationId];
      const { rows } = await pool.query<{ inConversation: number; byBot: number }>(
        receivedText,
        values,
      );
      return rows[0] ?? { inConversation: 0, byBot: 0 };
    },
    read: (ref, id) => readBy(readText, ref, id),
    readSent: (ref, id, after) => readBy(readSentText, ref, id, after),
  };
}

/** Returns the seal context, so that a picture opens only in its own conversation and under its own name. */
function contextOf({ botId, conversationId }: ConversationRef, id: string): string {
  return sealContext(botId, conversationId, "picture", id);
}
