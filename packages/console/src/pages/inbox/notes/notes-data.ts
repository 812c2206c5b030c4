import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api, newKey } from "../../../api/api.ts";
import type { OutputOf } from "../../../api/routes.ts";
import { useChange } from "../../../api/use-route.ts";
import { inboxKey, notesKey } from "../data/inbox-data.ts";

type Notes = OutputOf<"GET /bots/{bot_id}/conversations/{conversation_id}/notes">;
export type Note = Notes["data"][number];
export type Colleague = OutputOf<"GET /bots/{bot_id}/inbox/people">["data"][number];

const route = "/bots/{bot_id}/conversations/{conversation_id}/notes" as const;

/**
 * Returns the notes of a conversation. They are fetched masked; for operators who may answer, they are fetched
 * unmasked, which the server logs each time: once when the conversation is opened, and again when a colleague adds a
 * note.
 */
export function useNotes(botId: string, conversationId: string, isRevealed: boolean): Note[] {
  const path = { bot_id: botId, conversation_id: conversationId };
  const [shown, setShown] = useState<ReadonlyMap<string, Note>>(new Map());
  const { data } = useQuery({
    queryKey: notesKey(botId, conversationId),
    queryFn: ({ signal }) => api(`GET ${route}`, { path }, { signal }),
    staleTime: 3000,
  });
  const all = data?.data ?? none;
  const asked = useRef("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was not shown yet is asked for.
  useEffect(() => {
    const missing = all.filter(({ note_id }) => !shown.has(note_id)).map(({ note_id }) => note_id);
    if (!isRevealed || missing.length === 0 || asked.current === missing.join()) return;
    asked.current = missing.join();
    api(`POST ${route}/reveal`, { path }).then(
      ({ data }) => setShown(new Map(data.map((note) => [note.note_id, note]))),
      // On failure the notes stay masked.
      () => {},
    );
  }, [all, isRevealed]);
  return all.map((note) => shown.get(note.note_id) ?? note);
}

const none: Note[] = [];

/** Writes notes, and deletes the operator's own. */
export function useNoteChanges(botId: string, conversationId: string) {
  const queries = useQueryClient();
  const path = { bot_id: botId, conversation_id: conversationId };
  const renew = () => queries.invalidateQueries({ queryKey: notesKey(botId, conversationId) });
  /** Submitting the same text again does not create a second note. */
  const key = useRef({ text: "", key: "" });
  const write = useMutation({
    mutationFn: (text: string) => {
      if (key.current.text !== text) key.current = { text, key: newKey() };
      return api(`POST ${route}`, { path, body: { text } }, { idempotencyKey: key.current.key });
    },
    onSuccess() {
      key.current = { text: "", key: "" };
    },
    onSettled: renew,
  });
  const remove = useChange(
    (noteId: string) => api(`DELETE ${route}/{note_id}`, { path: { ...path, note_id: noteId } }),
    notesKey(botId, conversationId),
  );
  return { write, remove };
}

/** Who may answer the bot's customers: whom to call in a note, whom to assign to. */
export function useColleagues(botId: string, isWanted: boolean): readonly Colleague[] {
  const { data } = useQuery({
    queryKey: [...inboxKey(botId), "people"],
    queryFn: ({ signal }) =>
      api("GET /bots/{bot_id}/inbox/people", { path: { bot_id: botId } }, { signal }),
    enabled: isWanted,
    staleTime: 30_000,
  });
  return data?.data ?? nobody;
}

const nobody: Colleague[] = [];
