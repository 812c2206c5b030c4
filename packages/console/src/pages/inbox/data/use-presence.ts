import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { api, toUrl } from "../../../api/api.ts";
import { deskQuery } from "./inbox-data.ts";

/** How often presence is sent; the server drops it after 15 seconds. */
const every = { lookingMs: 10_000, writingMs: 5_000 };
/** An agent who has typed nothing for this long no longer counts as typing. */
const stopsAfterMs = 6_000;
/** How long to wait for a presence request. */
const patienceMs = 3_000;

const route = "/bots/{bot_id}/conversations/{conversation_id}/presence" as const;

/** Shows colleagues that this agent has a conversation open, and when they type; call `typed` on each input. */
export function usePresence(botId: string, conversationId: string, isOn: boolean) {
  const queries = useQueryClient();
  const teller = useRef<Teller | null>(null);
  useEffect(() => {
    if (!isOn) return;
    const path = { bot_id: botId, conversation_id: conversationId };
    const own = createTeller({
      async say(writing) {
        const signal = AbortSignal.timeout(patienceMs);
        const { present } = await api(`POST ${route}`, { path, body: { writing } }, { signal });
        const { queryKey } = deskQuery(botId, conversationId);
        queries.setQueryData(queryKey, (desk) => desk && { ...desk, present });
      },
      // `keepalive`: the request must be sent even while the page closes.
      leave: () => fetch(toUrl(route, { path }), { method: "DELETE", keepalive: true }),
    });
    teller.current = own;
    const onVisibility = () => (document.hidden ? own.pause() : own.look());
    const onHide = () => own.pause();
    onVisibility();
    document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("pagehide", onHide);
    return () => {
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("pagehide", onHide);
      own.pause();
      teller.current = null;
    };
  }, [botId, conversationId, isOn, queries]);
  return {
    typed: (text: string) => (text.trim() === "" ? teller.current?.stop() : teller.current?.type()),
    /** Call when the text is sent: resolves when no request in flight still reports typing. */
    stopped: async () => teller.current?.stop(),
  };
}

type Teller = ReturnType<typeof createTeller>;

/** Sends reports one after another, so that the last one sent is the last to arrive. */
function createTeller(told: { say(writing: boolean): Promise<void>; leave(): Promise<unknown> }) {
  let isHere = false;
  let isWriting = false;
  let typedAt = 0;
  let line: Promise<unknown> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = () => {
    clearTimeout(timer);
    line = line
      .then(() => (isHere ? told.say(isWriting) : undefined))
      // A failed report is soon sent again.
      .catch(() => {});
    timer = setTimeout(
      () => {
        if (isWriting && Date.now() - typedAt > stopsAfterMs) isWriting = false;
        say();
      },
      isWriting ? every.writingMs : every.lookingMs,
    );
    return line;
  };
  return {
    look() {
      isHere = true;
      void say();
    },
    type() {
      typedAt = Date.now();
      if (isWriting || !isHere) return;
      isWriting = true;
      void say();
    },
    stop() {
      if (!isWriting) return line;
      isWriting = false;
      return say();
    },
    pause() {
      clearTimeout(timer);
      if (!isHere) return;
      isHere = false;
      isWriting = false;
      // Send at once, while the page still exists, and again after the requests in flight.
      void told.leave().catch(() => {});
      line = line.then(() => (isHere ? undefined : told.leave())).catch(() => {});
    },
  };
}
