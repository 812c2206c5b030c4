import { randomUUID } from "node:crypto";
import { inboxNoteRoutes } from "@meetbot/admin-api/contract/inbox/notes.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Note } from "@meetbot/model/desk/note.ts";
import { maskText } from "../../../merchant/masking/mask-text.ts";
import { mentionedIn } from "../../../operations/desk/mentions.ts";
import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { recordReading } from "../http/record-reading.ts";
import { toRef } from "../http/to-ref.ts";
import { callerOperator } from "./caller-operator.ts";
import { type Names, namesOfIds, serializePerson } from "./serialize-inbox.ts";

export type NoteAreaDeps = Pick<
  Store,
  "notes" | "assignments" | "operators" | "readings" | "hints" | "bots"
>;

/** Mounts the routes for the notes that colleagues write beside a conversation. */
export function mountNotes({ mount }: AdminApp, deps: NoteAreaDeps): void {
  const { notes, assignments, operators, readings, hints, bots } = deps;
  const namesIn = (all: readonly Note[]) =>
    namesOfIds(operators)(all.flatMap(({ author, mentions }) => [author, ...mentions]));

  const listOf = async (ref: ConversationRef, operatorId: string | null, isMasked: boolean) => {
    const all = await notes.list(ref);
    if (!all) throw notFound("conversation");
    const format = isMasked ? ((await bots.find(ref.botId))?.orderNumberFormat ?? null) : null;
    const names = await namesIn(all);
    const data = all.map((note) => ({
      ...serializeNote(note, names, operatorId),
      text: isMasked ? maskText(note.text, format) : note.text,
    }));
    return { masked: isMasked, data };
  };

  mount(inboxNoteRoutes.listNotes, async (c) => {
    const own = c.get("caller").operator?.id ?? null;
    return c.json(await listOf(toRef(c.req.valid("param")), own, true), 200);
  });

  mount(inboxNoteRoutes.revealNotes, async (c) => {
    const ref = toRef(c.req.valid("param"));
    const { actor, operator } = c.get("caller");
    const shown = await listOf(ref, operator?.id ?? null, false);
    const detail = { conversation: ref.conversationId };
    await recordReading(c, readings.note(ref.botId, { actor, action: "notes_revealed", detail }));
    return c.json(shown, 200);
  });

  mount(inboxNoteRoutes.writeNote, async (c) => {
    const ref = toRef(c.req.valid("param"));
    const { id: by } = callerOperator(c);
    const { text } = c.req.valid("json");
    const note = await notes.write(ref, {
      ...{ by, actor: c.get("caller").actor, text },
      mentions: mentionedIn(text, await assignments.colleagues(ref.botId)),
      writeKey: `${by} ${c.req.header("idempotency-key") ?? randomUUID()}`,
    });
    if (!note) throw notFound("conversation");
    hints.give(ref);
    return c.json(serializeNote(note, await namesIn([note]), by), 201);
  });

  mount(inboxNoteRoutes.deleteNote, async (c) => {
    const { note_id: noteId, ...path } = c.req.valid("param");
    const ref = toRef(path);
    const { id: by } = callerOperator(c);
    const outcome = await notes.delete(ref, noteId, { by, actor: c.get("caller").actor });
    if (outcome === "not_found") throw notFound("note");
    if (outcome === "not_theirs") throw notYours;
    hints.give(ref);
    return c.body(null, 204);
  });

  mount(inboxNoteRoutes.listMentions, async (c) => {
    const own = c.get("caller").operator?.id;
    const all = own ? await notes.mentionsOf(c.req.valid("param").bot_id, own) : [];
    const names = await namesOfIds(operators)(all.map(({ author }) => author));
    const data = all.map(({ conversationId, noteId, author, at }) => ({
      ...{ conversation_id: conversationId, note_id: noteId },
      ...{ by: serializePerson(author, names), at: at.toISOString() },
    }));
    return c.json({ data }, 200);
  });

  mount(inboxNoteRoutes.endMentions, async (c) => {
    const ref = toRef(c.req.valid("param"));
    if (await notes.seen(ref, callerOperator(c).id)) hints.give(ref);
    return c.body(null, 204);
  });
}

/** Returns all of a note except its text. */
function serializeNote(
  { id, author, at, mentions }: Note,
  names: Names,
  operatorId: string | null,
) {
  return {
    note_id: id,
    author: serializePerson(author, names),
    at: at.toISOString(),
    own: author === operatorId,
    mentions: mentions.map((one) => serializePerson(one, names)),
  };
}

const notYours = new ApiError(
  403,
  "not_yours",
  "A colleague wrote this note, and only they can delete it. It goes with the conversation.",
);
