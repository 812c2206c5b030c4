import { randomUUID } from "node:crypto";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Mention, Note } from "@meetbot/model/desk/note.ts";
import { inTransaction } from "../../platform/postgres/in-transaction.ts";
import { inTime } from "../../platform/postgres/statement-time.ts";
import { openJson, sealJson } from "../../platform/sealing/sealed-json.ts";
import {
  auditDeskChange,
  type DeskDeps,
  placeOf,
  recordDeskEvent,
  withConversation,
} from "./desk-transaction.ts";

/** A new note by an agent. */
export interface NewNote {
  by: string;
  actor: string;
  text: string;
  mentions: readonly string[];
  /** Repeating a write with the same key has no effect. */
  writeKey: string;
}

/** The sealed part of a note. */
type Sealed = Pick<Note, "text" | "mentions">;

interface NoteRow {
  id: string;
  author: string;
  at: Date;
  sealed: Buffer;
}

const columns = `note_id as id, author, at, sealed`;

const listStatement = {
  name: "notes-list",
  ...inTime,
  text: `
    select ${columns} from inbox_notes where bot_id = $1 and conversation_id = $2
    order by at, note_id`,
};

const addStatement = {
  name: "notes-add",
  ...inTime,
  text: `
    insert into inbox_notes (bot_id, conversation_id, note_id, author, sealed, write_key)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (write_key, conversation_id, bot_id) do nothing
    returning ${columns}`,
};

const writtenStatement = {
  name: "notes-written",
  ...inTime,
  text: `
    select ${columns} from inbox_notes
    where bot_id = $1 and conversation_id = $2 and write_key = $3`,
};

/** A note does not notify its own author. */
const callStatement = {
  name: "notes-call",
  ...inTime,
  text: `
    insert into inbox_mentions (bot_id, conversation_id, note_id, operator_id)
    select $1, $2, $3, id from operators where id = any($4::text[]) and id <> $5
    on conflict do nothing`,
};

/** The most mentions returned at once. */
const maxMentions = 100;

const mentionsStatement = {
  name: "notes-mentions",
  ...inTime,
  text: `
    select conversation_id as "conversationId", note_id as "noteId", author, at
    from inbox_mentions join inbox_notes using (bot_id, conversation_id, note_id)
    where operator_id = $2 and bot_id = $1
    order by at desc, note_id limit ${maxMentions}`,
};

const seenStatement = {
  name: "notes-seen",
  ...inTime,
  text: `
    delete from inbox_mentions where bot_id = $1 and conversation_id = $2 and operator_id = $3`,
};

const deleteStatement = {
  name: "notes-delete",
  ...inTime,
  text: `
    with known as (
      select author from inbox_notes where bot_id = $1 and conversation_id = $2 and note_id = $3
    ), gone as (
      delete from inbox_notes
      where bot_id = $1 and conversation_id = $2 and note_id = $3 and author = $4
      returning note_id
    )
    select author, exists (select from gone) as "isGone" from known`,
};

/** Colleagues' notes beside conversations: sealed, and deleted with them. */
export function createNotes(deps: DeskDeps) {
  return {
    /** Returns all notes of a conversation, oldest first; `null` if it does not exist. */
    async list(ref: ConversationRef): Promise<Note[] | null> {
      const key = await deps.keys.of(ref);
      if (!key) return null;
      const { rows } = await deps.pool.query<NoteRow>({ ...listStatement, values: placeOf(ref) });
      return rows.map(({ sealed, ...row }) => ({
        ...row,
        ...openJson<Sealed>(key, ref, "note", sealed),
      }));
    },
    /** Writes a note, and reports the agents it mentions. `null` when there is no such conversation. */
    write: (ref: ConversationRef, { by, actor, text, mentions, writeKey }: NewNote) =>
      withConversation(deps, ref, async (locked): Promise<Note> => {
        const { client, key } = locked;
        const sealed = sealJson(key, ref, "note", { text, mentions } satisfies Sealed);
        const values = [...placeOf(ref), randomUUID(), by, sealed, writeKey];
        const added = (await client.query<NoteRow>({ ...addStatement, values })).rows[0];
        if (added) {
          await auditDeskChange(locked, actor, "note_written", { note: added.id });
          const called = { note: added.id, by, mentioned: mentions };
          if (mentions.length > 0) {
            const all = [...placeOf(ref), added.id, mentions, by];
            await client.query({ ...callStatement, values: all });
            await recordDeskEvent(locked, "note.mentioned", called);
          }
          return { id: added.id, author: by, at: added.at, text, mentions };
        }
        const again = { ...writtenStatement, values: [...placeOf(ref), writeKey] };
        const { sealed: written, ...row } = (await client.query<NoteRow>(again)).rows[0]!;
        return { ...row, ...openJson<Sealed>(key, ref, "note", written) };
      }),
    /** Returns notes that mention an operator who has not opened their conversations since, latest first. */
    async mentionsOf(botId: string, operatorId: string): Promise<Mention[]> {
      const values = [botId, operatorId];
      const { rows } = await deps.pool.query<Mention>({ ...mentionsStatement, values });
      return rows;
    },
    /** Records that an operator opened a conversation. Returns `false` if no note mentioned them since last time. */
    async seen(ref: ConversationRef, operatorId: string): Promise<boolean> {
      const values = [...placeOf(ref), operatorId];
      return ((await deps.pool.query({ ...seenStatement, values })).rowCount ?? 0) > 0;
    },
    /** Deletes one of the operator's own notes. */
    delete: (
      ref: ConversationRef,
      noteId: string,
      { by, actor }: Pick<NewNote, "by" | "actor">,
    ): Promise<"deleted" | "not_found" | "not_theirs"> =>
      inTransaction(deps.pool, async (client) => {
        const values = [...placeOf(ref), noteId, by];
        const { rows } = await client.query<{ isGone: boolean }>({ ...deleteStatement, values });
        if (!rows[0]) return "not_found";
        if (!rows[0].isGone) return "not_theirs";
        await auditDeskChange({ client, ref }, actor, "note_deleted", { note: noteId });
        return "deleted";
      }),
  };
}

export type Notes = ReturnType<typeof createNotes>;
