import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { languages } from "@meetbot/presentation";
import { readUntil, type Seat } from "../fixtures/conversation.ts";
import { eventually } from "../fixtures/eventually.ts";
import type { Random } from "../fixtures/random.ts";
import { toldOfEach } from "../fixtures/slow-merchant.ts";
import { checkTranscript } from "./check-transcript.ts";
import type { Conversation, Customer, Said } from "./customer.ts";
import { listen, opening } from "./listen.ts";

/** A node that stands still answers nobody: after so long another one is asked. */
const requestWithinMs = 3_000;
/** Nothing may take longer, whatever happens to nodes and database: a busy machine starts a node in a minute. */
const patienceMs = 600_000;
/** So many things are said before the first of them is answered. */
const maxUnanswered = 3;

export interface WebChatOptions {
  botId: string;
  /** Where a node listens. */
  url(): Promise<string>;
  random: Random;
  /** No two customers have the same; part of each order number. */
  name: string;
  /** Longest time between two things that are said. */
  restMs: number;
  /** Aborted when enough was said. */
  enough: AbortSignal;
}

/** A customer who chats on a page: sends messages until `enough` aborts, and follows the conversation meanwhile. */
export function startWebChatCustomer(options: WebChatOptions): Customer {
  const done = converse(options);
  // Looked at in the end; until then it is nobody's unhandled rejection.
  done.catch(() => {});
  return { end: () => done };
}

async function converse({
  botId,
  url,
  random,
  name,
  restMs,
  enough,
}: WebChatOptions): Promise<Conversation> {
  const said: Said[] = [];
  const waits: Conversation["waits"] = [];
  const counts = { repeatedRequests: 0, resumedStreams: 0 };
  const ask = async (path: string, token: string | null, body: object): Promise<Response> => {
    for (;;) {
      const response = await fetch(`${await url()}/chat/${botId}/${path}`, {
        method: "POST",
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(requestWithinMs),
      }).catch(() => null);
      if (response?.ok) return response;
      assert(response === null || response.status >= 500, `refused with ${response?.status}`);
      counts.repeatedRequests += 1;
      await delay(10 + random.below(50));
    }
  };

  const opened = await ask("conversations", null, { locale: "en" });
  const { conversation_id: conversationId, token } = (await opened.json()) as {
    conversation_id: string;
    token: string;
  };
  const seatNow = async (): Promise<Seat> => {
    return { base: `${await url()}/chat/${botId}`, conversationId, token };
  };
  const listener = listen(seatNow, () => {
    counts.resumedStreams += 1;
  });

  const isAnswered = (nth: number) => listener.replies() >= 1 + repliesTo(said, nth);
  const untilAnswered = async (nth: number) => {
    const signal = AbortSignal.timeout(patienceMs);
    while (!isAnswered(nth)) {
      await once(listener.arrivals, "message", { signal }).catch(() => {
        const last = JSON.stringify(listener.heard.slice(-3));
        throw new Error(`nothing answers ${said[nth]!.id} within ${patienceMs} ms: ${last}`);
      });
    }
  };
  const answers: Promise<void>[] = [];
  do {
    const { text, message } = inventMessage(
      random,
      `${name}Q${String(said.length).padStart(6, "0")}`,
    );
    const nth = said.push(message) - 1;
    const from = Date.now();
    const body = { id: message.id, text };
    const twice = random.percent(10) ? [ask("messages", token, body)] : [];
    await Promise.all([ask("messages", token, body), ...twice]);
    answers[nth] = untilAnswered(nth).then(() => {
      waits[nth] = { from, to: Date.now() };
    });
    answers[nth].catch(() => {});
    await answers[nth - maxUnanswered];
    await delay(random.below(restMs));
  } while (!enough.aborted);
  await Promise.all(answers);
  listener.end();

  checkTranscript(listener.heard, said);
  // A reopened page must show the same, on any node.
  const last = listener.heard.at(-1)?.seq ?? 0;
  const anew = await eventually(patienceMs, async () =>
    readUntil(await seatNow(), ({ seq }) => seq === last, opening),
  );
  assert.deepEqual(anew, listener.heard);
  return { channel: "webChat", said, waits, uncertain: [], counts };
}

/** How many replies there are once everything up to this has its own. */
function repliesTo(said: Said[], nth: number): number {
  return said.slice(0, nth + 1).reduce((sum, { answer }) => sum + answer.length, 0);
}

/** Mostly asks for an order of which nobody else asks. */
function inventMessage(random: Random, orderNumber: string): { text: string; message: Said } {
  const id = randomUUID();
  if (random.percent(20))
    return { text: "help", message: { id, answer: [languages.en.dialog.help] } };
  const answer = [toldOfEach, orderNumber];
  return { text: `show order ${orderNumber}`, message: { id, answer } };
}
