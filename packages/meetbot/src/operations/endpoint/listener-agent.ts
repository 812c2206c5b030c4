import { once } from "node:events";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { ListenedAnswer, ListenedRef } from "@meetbot/model/shop/listener.ts";
import type { HttpAnswer } from "@meetbot/network/exchange/http-call.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { newToken } from "../../secrets/token.ts";
import type { Store } from "../../store/store.ts";

/** Change signals make the answer arrive quickly; if none arrive, the agent polls at this interval. */
const lookEveryMs = 500;

/** Marks a listener's answers in the delivery log, to distinguish them from the endpoint's. */
const mark = { "meetbot-answered-by": "listener" };

/**
 * Returns the reference for hints that something waits for a bot's listener, or came from it. No conversation has such
 * an id.
 */
export const listenerHint = (botId: string): ConversationRef => ({
  botId,
  conversationId: "\tlistener",
});

/**
 * Checks again on each hint about the bot's listener, or after a while, until something is found or `signal` aborts.
 */
export async function lookUntil<Found>(
  hints: Pick<Store["hints"], "listen">,
  botId: string,
  signal: AbortSignal,
  look: () => Promise<Found | null>,
): Promise<Found | null> {
  const { conversationId } = listenerHint(botId);
  const hinted = new EventTarget();
  let isHinted = false;
  const stop = hints.listen((ref) => {
    if (ref.botId !== botId || ref.conversationId !== conversationId) return;
    isHinted = true;
    hinted.dispatchEvent(new Event("hint"));
  });
  try {
    while (!signal.aborted) {
      isHinted = false;
      const found = await look();
      if (found !== null) return found;
      if (isHinted) continue;
      const until = AbortSignal.any([signal, AbortSignal.timeout(lookEveryMs)]);
      await once(hinted, "hint", { signal: until }).catch(() => {});
    }
    return null;
  } finally {
    stop();
  }
}

/** Why a listener did not answer, with a code that the delivery log explains. */
class ListenerError extends Error {
  override name = "ListenerError";
  readonly code: string;

  constructor(code: string) {
    super(`no answer from the listener: ${code}`);
    this.code = code;
  }
}

interface ListenerStore {
  listenedQueries: Pick<Store["listenedQueries"], "put" | "read" | "drop">;
  hints: Pick<Store["hints"], "give" | "listen">;
}

/**
 * Returns an agent for a developer's machine: it hands the same signed bytes to the listener there, and returns that
 * listener's answer. Once the listener is gone, it sends queries to `endpoint` again.
 */
export function createListenerAgent(
  { listenedQueries: queries, hints }: ListenerStore,
  { botId, listenerId }: Omit<ListenedRef, "queryId">,
  endpoint: MerchantAgent,
): MerchantAgent {
  return {
    ...endpoint,
    async post(url, post) {
      const signal = AbortSignal.any([...post.signals]);
      signal.throwIfAborted();
      const ref = { botId, listenerId, queryId: newToken() };
      const request = { headers: post.headers, body: post.body.toString("base64") };
      if (!(await queries.put(ref, request))) return endpoint.post(url, post);
      try {
        hints.give(listenerHint(botId));
        const came = await lookUntil(hints, botId, signal, async () => {
          const read = await queries.read(ref);
          return read === "waits" ? null : read;
        });
        if (came === null) throw signal.reason;
        if (came === "gone") throw new ListenerError("MEETBOT_LISTENER_GONE");
        return toHttpAnswer(came, post.limitBytes);
      } finally {
        // An answer that arrived does not wait for this cleanup. A query left behind is deleted a minute later.
        queries.drop(ref).catch(() => {});
      }
    },
  };
}

function toHttpAnswer(
  came: ListenedAnswer,
  limitBytes: (head: Pick<HttpAnswer, "statusCode" | "headers">) => number,
): HttpAnswer {
  if ("failed" in came) throw new ListenerError(came.failed);
  const head = { statusCode: came.status, headers: { ...came.headers, ...mark } };
  const room = limitBytes(head);
  const body = Buffer.from(came.body, "base64");
  const fault = body.length > room ? ({ kind: "too_large" } as const) : null;
  return { ...head, body: body.subarray(0, room), fault };
}
