import { setTimeout as delay } from "node:timers/promises";
import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { note, print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { forward } from "./forward.ts";
import {
  AwayError,
  type ListenerClient,
  RefusedError,
  type TakenQuery,
} from "./listener-client.ts";
import { reportQuery } from "./report-query.ts";

const firstWaitMs = 500;
const maxWaitMs = 15_000;

export interface Listening {
  client: ListenerClient;
  /** The agent that connects to the webhook on this machine. */
  agent: MerchantAgent;
  forwardTo: string;
  /** The webhook's known secrets. */
  secrets: readonly string[];
  wish: { take_over: boolean; instead_of_working: boolean };
  isJson: boolean;
  signal: AbortSignal;
}

/**
 * Answers a bot's queries through a webhook on this machine until `signal` aborts, and reconnects when the connection
 * to the server is lost. Throws a {@link CommandError} if the server refuses, as it does once another listener
 * connects.
 */
export async function listen(listening: Listening): Promise<void> {
  const { client, signal, wish } = listening;
  const inHand = new Set<Promise<void>>();
  const begun = await beginFirst(client, wish);
  printStarted(listening, begun.endpoint);
  let id: string | null = begun.listener_id;
  let waitMs = 0;
  // Announces the end first: a connection that just drops looks like an accident.
  const hanging = new AbortController();
  const leave = async () => {
    if (id !== null) await client.end(id).catch(() => {});
    hanging.abort();
  };
  const left = new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => void leave().then(resolve), { once: true });
  });
  while (!signal.aborted) {
    try {
      id ??= (await client.begin({ ...wish, take_over: false })).listener_id;
      const queries = await client.take(id, hanging.signal);
      if (waitMs > 0) note("The server answers again.");
      waitMs = 0;
      if (queries === null) id = null;
      for (const query of queries ?? []) {
        const answering = answer(listening, id!, query).finally(() => inHand.delete(answering));
        inHand.add(answering);
      }
    } catch (error) {
      if (signal.aborted) break;
      if (!(error instanceof AwayError)) throw error;
      if (waitMs === 0) note(`${error.message} Trying again.`);
      waitMs = Math.min(maxWaitMs, 2 * waitMs || firstWaitMs);
      await delay(waitMs, undefined, { signal }).catch(() => {});
    }
  }
  await left;
  await Promise.allSettled(inHand);
}

/** A server that was never reached is more likely misspelled than away. */
async function beginFirst(client: ListenerClient, wish: Listening["wish"]) {
  try {
    return await client.begin(wish);
  } catch (error) {
    if (!(error instanceof AwayError)) throw error;
    throw new CommandError(`${error.message} Look at --server, and whether it runs.`);
  }
}

function printStarted({ isJson, forwardTo }: Listening, endpoint: string): void {
  if (isJson) {
    printJson({ listening: true, forward_to: forwardTo, signed_for: endpoint });
    return;
  }
  print(
    `Listening. The bot's queries go to ${forwardTo} and not to its endpoint. Ctrl-C ends it.`,
    `They are signed for ${endpoint}: where your webhook has the option url (MEETBOT_WEBHOOK_URL), that is its value.`,
  );
}

async function answer(listening: Listening, id: string, query: TakenQuery): Promise<void> {
  const { client, agent, forwardTo, secrets, isJson } = listening;
  const forwarded = await forward(query, forwardTo, agent);
  let refusal: string | null = null;
  const isTaken =
    forwarded.answer !== null &&
    (await client.answer(id, query.query_id, forwarded.answer).catch((error: unknown) => {
      const isRefused = error instanceof RefusedError;
      if (!isRefused && !(error instanceof AwayError)) throw error;
      // Otherwise the next request for queries reports the problem.
      if (isRefused && !error.isOfListener) refusal = error.message;
      return false;
    }));
  const why = forwarded.isRefused ? await explainRefusal(query, forwardTo, agent, secrets) : null;
  reportQuery(query, forwarded, { isTaken, refusal, why, isJson });
}
