import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api, newKey } from "../../../api/api.ts";
import { ApiProblem } from "../../../api/api-problem.ts";
import { deskQuery, type InboxRow, inboxKey } from "./inbox-data.ts";

/** A message shown in the transcript before the server has it; its key prevents sending it twice. */
export interface Pending {
  key: string;
  text: string;
  at: string;
  problem: unknown;
}

/** Codes with which the server refuses to send: the agent gets the text back. */
const refusals = ["held_by_other", "changed_meanwhile", "window_closed"] as const;

/** Why a message was not sent, and its text. */
export interface Refused {
  code: (typeof refusals)[number];
  /** When the customer's platform stopped accepting messages; `null` while it accepts them. */
  since: string | null;
  by: InboxRow | null;
  pending: Pending;
}

/**
 * Sends an agent's messages one after another, and shows each at once. `seenSeq`: the last visible message;
 * `beforeSending`: what must finish first; `onSent`: fetches the new entries before the pending message is removed.
 */
export function useSending(props: {
  botId: string;
  conversationId: string;
  seenSeq: number;
  beforeSending(): Promise<unknown>;
  onSent(): Promise<unknown>;
  onRefused(refused: Refused): void;
}) {
  const { botId, conversationId } = props;
  const latest = useRef(props);
  latest.current = props;
  const queries = useQueryClient();
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const line = useRef(Promise.resolve());
  const drop = (key: string) => setPending((all) => all.filter((one) => one.key !== key));

  async function deliver(one: Pending, how: { overtake?: true }): Promise<void> {
    const path = { bot_id: botId, conversation_id: conversationId };
    try {
      await latest.current.beforeSending();
      await api(
        "POST /bots/{bot_id}/conversations/{conversation_id}/messages",
        { path, body: { text: one.text, seen_seq: latest.current.seenSeq, ...how } },
        { idempotencyKey: one.key },
      );
      void queries.invalidateQueries({ queryKey: [...inboxKey(botId), "list"] });
      void queries.invalidateQueries(deskQuery(botId, conversationId));
      await latest.current.onSent();
      drop(one.key);
    } catch (problem) {
      const known = problem instanceof ApiProblem ? problem : null;
      const code = refusals.find((one) => one === known?.code);
      if (known && code) {
        drop(one.key);
        const by = known.said.conversation as InboxRow | undefined;
        const since = typeof known.said.since === "string" ? known.said.since : null;
        if (by) {
          const { queryKey } = deskQuery(botId, conversationId);
          queries.setQueryData(queryKey, (old) => ({ present: [], moves: [], ...old, ...by }));
        }
        await latest.current.onSent();
        latest.current.onRefused({ code, by: by ?? null, since, pending: one });
      } else setPending((all) => all.map((it) => (it.key === one.key ? { ...it, problem } : it)));
    }
  }
  const send = (one: Pending, how: { overtake?: true } = {}) => {
    const sending = { ...one, problem: null };
    setPending((all) => [...all.filter(({ key }) => key !== one.key), sending]);
    line.current = line.current.then(() => deliver(sending, how));
  };
  return {
    pending,
    say: (text: string) =>
      send({ key: newKey(), text, at: new Date().toISOString(), problem: null }),
    /** Sends the same message again under its own key. */
    again: send,
    drop,
  };
}
