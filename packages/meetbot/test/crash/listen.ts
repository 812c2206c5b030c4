import { EventEmitter } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { follow, type Seat, type WireMessage } from "../fixtures/conversation.ts";
import { contentOf } from "./check-transcript.ts";

/** A stream of a node that stands still says nothing: after so long it is taken up elsewhere. */
const silentForMs = 4_000;

/**
 * The event of a chat's opening, which no one sees: a stream that names it gets all messages, one that names no event
 * the last 1,000.
 */
export const opening = "1";

/** Follows a conversation over whatever streams it takes, each from where the last one ended. */
export function listen(seatNow: () => Promise<Seat>, onResume: () => void) {
  const heard: WireMessage[] = [];
  const arrivals = new EventEmitter().setMaxListeners(0);
  const left = new AbortController();
  let replies = 0;

  async function followOnce(): Promise<void> {
    const silent = new AbortController();
    const startTimer = () => setTimeout(() => silent.abort(), silentForMs);
    let timer = startTimer();
    const signal = AbortSignal.any([left.signal, silent.signal]);
    try {
      const lastEventId = String(heard.at(-1)?.seq ?? 0);
      for await (const message of follow(await seatNow(), { lastEventId, signal })) {
        clearTimeout(timer);
        timer = startTimer();
        heard.push(message);
        if (message.from === "bot") replies += contentOf(message.reply).length;
        arrivals.emit("message");
      }
    } finally {
      clearTimeout(timer);
    }
  }

  void (async () => {
    while (!left.signal.aborted) {
      // A node that went, or one that turns us away: another one follows.
      await followOnce().catch(() => {});
      if (left.signal.aborted) return;
      onResume();
      // Where something went wrong this is all that is left, and holds nobody up.
      await delay(50, undefined, { ref: false });
    }
  })();
  return { heard, arrivals, replies: () => replies, end: () => left.abort() };
}
