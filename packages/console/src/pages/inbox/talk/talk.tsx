import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { botsQuery, useMe } from "../../../access/me.ts";
import { useMayAnswer } from "../../../access/role.ts";
import { api } from "../../../api/api.ts";
import { ApiProblem } from "../../../api/api-problem.ts";
import { WriteProblem } from "../../../parts/form/write-problem.tsx";
import { QueryView } from "../../../parts/page/query-view.tsx";
import { useWords } from "../../../words/speaking.tsx";
import { Writing, type WritingMode } from "../composer/writing.tsx";
import type { InboxDesk } from "../data/inbox-data.ts";
import { useClock } from "../data/use-clock.ts";
import { useDraft } from "../data/use-draft.ts";
import { useMoves } from "../data/use-moves.ts";
import { usePresence } from "../data/use-presence.ts";
import { type Refused, useSending } from "../data/use-sending.ts";
import { type TranscriptEntry, useTranscript } from "../data/use-transcript.ts";
import { useInboxKeys } from "../keys/use-inbox-keys.ts";
import { useNoteChanges, useNotes } from "../notes/notes-data.ts";
import { useSeenMentions } from "../notes/use-seen-mentions.ts";
import { formatPerson } from "../words/say-names.ts";
import { HeldDialog } from "./held-dialog.tsx";
import { TakenOverLine } from "./taken-over-line.tsx";
import { movesOf, TalkHead } from "./talk-head.tsx";
import { TalkTranscript } from "./talk-transcript.tsx";

/** Puts a text into the composer. */
export type Insert = (text: string) => void;

/** One conversation, and the field to answer it. `insert`: how the column beside it fills the composer. */
export function Talk(props: {
  botId: string;
  row: InboxDesk;
  insert: RefObject<Insert | null>;
  onAbout(): void;
}) {
  const { botId, row, insert, onAbout } = props;
  const conversationId = row.conversation_id;
  const words = useWords("inbox.main");
  const clock = useClock();
  const mayAnswer = useMayAnswer(botId);
  const own = useMe().data?.operator?.id ?? null;
  const bots = useQuery(botsQuery);
  const bot = bots.data?.data.find(({ bot_id }) => bot_id === botId)?.name ?? "Meetbot";
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useDraft(botId, conversationId);
  const [mode, setMode] = useState<WritingMode>("reply");
  const [notice, setNotice] = useState<string | null>(null);
  const [held, setHeld] = useState<Refused | null>(null);
  const transcript = useTranscript({
    ...{ botId, conversationId, lastSeq: row.last_seq },
    isRevealed: mayAnswer,
  });
  const entries = transcript.query.data;
  useEffect(() => {
    insert.current = (added) => {
      setMode("reply");
      const { selectionStart: at = text.length } = field.current ?? {};
      setText((now) => now.slice(0, at) + added + now.slice(at));
      field.current?.focus();
    };
  });
  const putBack = (said: string) => {
    setMode("reply");
    setText((now) => [said, now].filter(Boolean).join("\n"));
  };
  const notes = useNotes(botId, conversationId, mayAnswer);
  const { remove: removeNote } = useNoteChanges(botId, conversationId);
  useSeenMentions(botId, conversationId);
  const presence = usePresence(botId, conversationId, mayAnswer);
  const sending = useSending({
    ...{ botId, conversationId, seenSeq: entries?.at(-1)?.seq ?? 0 },
    beforeSending: presence.stopped,
    onSent: transcript.refetch,
    onRefused(refused) {
      if (refused.code === "held_by_other") return setHeld(refused);
      const by = refused.by?.held_by;
      putBack(refused.pending.text);
      if (refused.since)
        return setNotice(words.windowClosed({ since: clock.moment(refused.since) }));
      setNotice(words.changed({ name: by ? formatPerson(by, own, words) : words.somebody }));
    },
  });
  const moves = useMoves(botId, conversationId, transcript.refetch);
  const known = useMemo(() => (entries ?? []).map(wordsIn), [entries]);
  const write = (to: WritingMode) => {
    setMode(to);
    field.current?.focus();
  };
  useInboxKeys({
    r: () => write("reply"),
    n: () => mayAnswer && write("note"),
    t: () => mayAnswer && movesOf(row, own).includes("take") && moves.move("take"),
    g: () => mayAnswer && movesOf(row, own).includes("release") && moves.move("release"),
    e: () => mayAnswer && movesOf(row, own).includes("close") && moves.move("close"),
  });
  const retry = async (seq: number) => {
    const path = { bot_id: botId, conversation_id: conversationId, seq };
    const route = "POST /bots/{bot_id}/conversations/{conversation_id}/messages/{seq}/retry";
    await api(route, { path }).catch((problem: Error) => {
      const code = problem instanceof ApiProblem ? problem.code : "";
      const known: Readonly<Record<string, string>> = words.notAgain;
      setNotice(known[code] ?? problem.message);
    });
    await transcript.refetchAll();
  };
  const send = () => {
    setNotice(null);
    sending.say(text.trim());
    setText(() => "");
  };
  return (
    <>
      <TalkHead {...{ botId, row, mayAnswer, onAbout }} isBusy={moves.isBusy} onMove={moves.move} />
      {(moves.problem ?? removeNote.error) && (
        <WriteProblem problem={moves.problem ?? removeNote.error} />
      )}
      <QueryView query={transcript.query} height={320}>
        {(entries) => (
          <TalkTranscript
            {...{ botId, conversationId, entries, notes }}
            moves={row.moves}
            pending={sending.pending}
            bot={bot}
            hasEarlier={transcript.hasEarlier}
            onEarlier={transcript.showEarlier}
            onRetry={mayAnswer ? (seq) => void retry(seq) : null}
            onAgain={(one) => sending.again(one)}
            onEdit={(one) => {
              sending.drop(one.key);
              putBack(one.text);
              write("reply");
            }}
            onDeleteNote={mayAnswer ? removeNote.mutate : null}
          />
        )}
      </QueryView>
      <TakenOverLine row={row} />
      {mayAnswer ? (
        <Writing
          {...{ botId, conversationId, field, text, known, notice, mode }}
          onMode={(chosen) => {
            setMode(chosen);
            if (chosen === "note") void presence.stopped();
          }}
          takes={row.holder !== "person"}
          draftFor={draftFor(row, own, entries)}
          onChange={(typed) => {
            presence.typed(typed);
            setText(() => typed);
          }}
          onSend={send}
        />
      ) : (
        <Text size="sm" c="dimmed" p="sm">
          {words.masked}
        </Text>
      )}
      <HeldDialog
        isSaying
        by={held?.by ?? null}
        moves={row.moves}
        confirm={words.takeOverAndSend}
        onConfirm={() => {
          if (held) sending.again(held.pending, { overtake: true });
          setHeld(null);
        }}
        onClose={() => {
          if (held) putBack(held.pending.text);
          setHeld(null);
        }}
      />
      <HeldDialog
        by={moves.held?.by ?? null}
        moves={row.moves}
        confirm={words.takeOver}
        onConfirm={moves.overtake}
        onClose={moves.leaveHeld}
      />
    </>
  );
}

/** Returns the number of the customer's unanswered text, in a conversation that the viewer holds; else `null`. */
function draftFor(row: InboxDesk, own: string | null, entries: readonly TranscriptEntry[] = []) {
  const isOwn = row.holder === "person" && row.held_by?.operator_id === own;
  const last = entries.findLast(({ from }) => from === "customer");
  const isText = last?.from === "customer" && last.event === "text" && !last.redacted_at;
  return isOwn && row.unanswered && isText ? last.seq : null;
}

/** Returns the text of an entry, from the customer or to the customer. */
const wordsIn = (entry: TranscriptEntry): string =>
  entry.from === "customer" ? entry.text : JSON.stringify(entry.reply);
